package org.emotionstream.events.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.emotionstream.events.inspection.Kafka;
import org.emotionstream.events.inspection.TopicException;

/** Makes the brokers allow a user what its role says, and nothing else. May be called any number of times. */
public final class AccessAdministrator {
    private static final int SCRAM_ITERATIONS = 4096;

    private final Admin admin;
    private final AccessRules rules;

    /** @param admin of somebody who may alter the cluster; stays the caller's to close */
    public AccessAdministrator(Admin admin, AccessRules rules) {
        this.admin = admin;
        this.rules = rules;
    }

    /**
     * What was done for one user.
     *
     * @param added rights that it did not have
     * @param removed rights that it had and its role does not give
     */
    public record Applied(int added, int removed) {}

    /**
     * Gives this user the rights and the quota of this role, then takes away what else it was allowed.
     *
     * @throws TopicException when the brokers refuse or do not answer
     */
    public Applied apply(String user, String role) {
        Set<AclBinding> wanted = new HashSet<>(rules.bindings(user, role));
        Set<AclBinding> present = new HashSet<>(Kafka.await(
                "ask what " + user + " may do", admin.describeAcls(ofUser(user)).values()));
        Set<AclBinding> missing = without(wanted, present);
        Set<AclBinding> tooMuch = without(present, wanted);
        Kafka.await(
                "allow " + user + " what it needs", admin.createAcls(missing).all());
        List<AclBindingFilter> filters =
                tooMuch.stream().map(AclBinding::toFilter).toList();
        Kafka.await(
                "forbid " + user + " what it does not need",
                admin.deleteAcls(filters).all());
        rules.quota(user, role)
                .ifPresent(quota -> Kafka.await(
                        "limit " + user, admin.alterClientQuotas(List.of(quota)).all()));
        return new Applied(missing.size(), tooMuch.size());
    }

    /**
     * From now on this user, made where there is none, gives this password. It has one at a time: connections that
     * are open stay, new ones with the old password are refused.
     *
     * @throws TopicException when the brokers refuse or do not answer
     */
    public void setPassword(String user, String password) {
        ScramCredentialInfo mechanism = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS);
        Kafka.await(
                "set the password of " + user,
                admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(user, mechanism, password)))
                        .all());
    }

    private static AclBindingFilter ofUser(String user) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter("User:" + user, null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static Set<AclBinding> without(Collection<AclBinding> all, Set<AclBinding> these) {
        Set<AclBinding> rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest;
    }
}
