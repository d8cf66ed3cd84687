"""Builds the paper's five models in Keras with weights that have no symmetry, saves them in the ways in which
Keras can, and writes what they answer.

    python3 make_models.py FOLDER FEATURES     random weights; FEATURES: raw features, float64[faces][2249]
    python3 make_models.py FOLDER --recorded   weights that repeat a short pattern, so that they compress well:
                                               made recorded/ beside this script, with Keras 2.15

Writes model_30.h5 (model-2, features first, activations as layers of their own, dropout), model_32.h5 (model-1),
model_33.h5 (model-4, save_weights() where that writes the layout of Keras 2), model_34.h5 (model-3, trained for a
step), mixed_model.h5, scaler.npz, pca.npz, and expected.npz: tiles [faces][3 * 100 * 100] in blue, green, red
planes, components [faces][33], probabilities of model-1 to model-4 and combined [faces][9], and where there are
raw features what scaler and PCA make of them, projected [faces][33].
"""
import os
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
import numpy as np

try:
    from tensorflow import keras
except ImportError:
    import keras
layers = keras.layers
KERAS_3 = not hasattr(keras, "__version__") or keras.__version__.startswith("3")
if KERAS_3:
    try:
        import importlib.metadata
        KERAS_3 = importlib.metadata.version("keras").startswith("3")
    except importlib.metadata.PackageNotFoundError:
        KERAS_3 = False

FACES, FEATURES, COMPONENTS, CLASSES = 6, 2249, 33, 9
folder, recorded = sys.argv[1], sys.argv[2] == "--recorded"
random = np.random.default_rng(20)
pattern = random.normal(size=97)


def numbers(shape, scale, offset):
    count = int(np.prod(shape))
    if recorded:
        values = pattern[(np.arange(count) + offset) % len(pattern)]
    else:
        values = random.normal(size=count)
    return (values * scale).reshape(shape).astype(np.float32)


def set_weights(model):
    weights = []
    for offset, array in enumerate(model.get_weights()):
        scale = 0.3 if array.ndim == 1 else 1.5 / np.sqrt(np.prod(array.shape[:-1]))
        weights.append(numbers(array.shape, scale, 101 * offset))
    model.set_weights(weights)
    return model


def network(kernel, filters, pools, picture_units, picture_activation, feature_units, feature_activation, apart=False):
    """One of the four; with apart the features come first, and every activation is a layer, the ReLU after the pool."""
    picture = layers.Input((100, 100, 3))
    features = layers.Input((COMPONENTS,))
    x = picture
    for count, pool in zip(filters, pools):
        x = layers.Conv2D(count, (kernel, kernel), activation=None if apart else "relu")(x)
        x = layers.MaxPooling2D((pool, pool))(x)
        if apart:
            x = layers.Activation("relu")(x)
    x = layers.Flatten()(x)
    if apart:
        x = layers.Activation(picture_activation)(layers.Dense(picture_units)(layers.Dropout(0.2)(x)))
        y = layers.Activation(feature_activation)(layers.Dense(feature_units)(features))
        both = layers.Dropout(0.1)(layers.concatenate([y, x]))
        answer = layers.Activation("softmax")(layers.Dense(CLASSES)(both))
    else:
        x = layers.Dense(picture_units, activation=picture_activation)(x)
        y = layers.Dense(feature_units, activation=feature_activation)(features)
        answer = layers.Dense(CLASSES, activation="softmax")(layers.concatenate([x, y]))
    return set_weights(keras.Model([picture, features], answer))


def tiles():
    """Planes of 0 to 255 that no mirror, no turn and no exchange of colours leaves as they are."""
    face, colour, y, x = np.meshgrid(*map(np.arange, (FACES, 3, 100, 100)), indexing="ij")
    slopes = 2 * x + 3 * y + 50 * colour + 31 * face + (1 + face) * (x // 10) * (y // 10)
    noise = 0 if recorded else random.integers(0, 60, slopes.shape)
    return ((slopes + noise) % 256).astype(np.uint8)


def scaler_and_pca():
    if recorded:
        mean, scale = numbers((FEATURES,), 1, 3), 1 + np.abs(numbers((FEATURES,), 1, 5))
        return mean, scale, numbers((FEATURES,), 0.1, 7), numbers((COMPONENTS, FEATURES), 0.05, 11), None
    data = random.normal(size=(80, FEATURES)) * (1 + np.arange(FEATURES) % 7) + random.normal(size=FEATURES)
    try:
        from sklearn.decomposition import PCA
        from sklearn.preprocessing import StandardScaler
    except ImportError:
        mean, scale = data.mean(0), data.std(0)
        _, values, rows = np.linalg.svd((data - mean) / scale, full_matrices=False)
        kept = rows[:COMPONENTS] * (2 + np.arange(COMPONENTS))[:, None]
        return mean, scale, random.normal(size=FEATURES), kept, values[:COMPONENTS] ** 2 / np.sum(values**2)
    scaler = StandardScaler().fit(data)
    # Fitted to something else than the scaler's data, so that its mean is not zero.
    pca = PCA(n_components=COMPONENTS).fit(scaler.transform(data[::2]))
    return scaler.mean_, scaler.scale_, pca.mean_, pca.components_, pca.explained_variance_ratio_


def save(model, name, weights_only=False):
    path = os.path.join(folder, name)
    if weights_only and not KERAS_3:
        model.save_weights(path)
    else:
        model.save(path)


pictures = tiles()
components = numbers((FACES, COMPONENTS), 1, 13)
seen = pictures.transpose(0, 2, 3, 1).astype(np.float32) / 255
if not recorded:
    layers.Conv2D(1, 1)(layers.Input((9, 9, 1)))  # So that names do not begin with conv2d.

models = [
    network(3, [16, 32, 64], [3, 2, 2], 100, "relu", 100, "sigmoid"),
    network(2, [16, 32, 64], [3, 2, 2], 60, "sigmoid", 40, "sigmoid", apart=True),
    network(2, [32, 64], [3, 2], 50, "sigmoid", 50, "sigmoid"),
    network(2, [8, 32], [2, 2], 60, "relu", 40, "relu"),
]
if not recorded:
    models[2].compile("rmsprop", "categorical_crossentropy")
    models[2].train_on_batch([seen, components], np.eye(CLASSES)[:FACES])
inputs = [layers.Input((CLASSES,)) for _ in models]
mixed = keras.Model(inputs, layers.Dense(CLASSES, activation="softmax")(layers.add(inputs)))
mixed.set_weights([numbers((CLASSES, CLASSES), 1.5, 17), numbers((CLASSES,), 0.5, 19)])

save(models[1], "model_30.h5")
save(models[0], "model_32.h5")
save(models[3], "model_33.h5", weights_only=True)
save(models[2], "model_34.h5")
save(mixed, "mixed_model.h5")

answers = [model.predict([seen, components], verbose=0) for model in models]
mean, scale, pca_mean, pca_components, ratios = scaler_and_pca()
write = np.savez_compressed if recorded else np.savez
write(os.path.join(folder, "scaler.npz"), mean=mean, scale=scale)
known = {} if ratios is None else {"explained_variance_ratio": ratios}
# Column by column, as scikit-learn's components may be.
write(os.path.join(folder, "pca.npz"), mean=pca_mean, components=np.asfortranarray(pca_components), **known)
if not recorded:
    raw = np.fromfile(sys.argv[2], dtype=">f8").reshape(-1, FEATURES)
    known = {"projected": ((raw - mean) / scale - pca_mean) @ pca_components.T}
write(
    os.path.join(folder, "expected.npz"),
    tiles=pictures.reshape(FACES, -1).astype(np.float32),
    components=components,
    combined=mixed.predict(answers, verbose=0),
    **{"model-%d" % (i + 1): answer for i, answer in enumerate(answers)},
    **(known if not recorded else {}),
)
