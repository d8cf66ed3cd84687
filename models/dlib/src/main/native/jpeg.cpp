#include "jpeg.hpp"

#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <cstring>

#include <jpeglib.h>

#include <jerror.h>

namespace emotionstream {

namespace {

// libjpeg's own error manager prints, and its object file cannot be part of a shared library; so it is not linked, and
// its messages are taken from its header, as that is made for.
#define JCOPYRIGHT_SHORT "libjpeg-turbo"
#define JVERSION "libjpeg-turbo"
const char* const MESSAGES[] = {
#define JMESSAGE(code, string) string,
#include <jerror.h>
    nullptr};

const int WHOLE = 0;
const int TRUNCATED = 1;
const int DAMAGED = 2;

const int MESSAGE_BYTES = 300;

// Webcams leave up to a word or two between the last pixel's bits and the next marker; data that are damaged in the
// middle seldom end so close to it.
const int64_t HARMLESS_LEFTOVER_BYTES = 16;

// Longer runs of zero bytes than any encoder writes, where zeros are coefficients and not the end of a block.
const int64_t MOST_ZERO_BYTES = 64;

const int END_OF_IMAGE = 0xD9;
const JOCTET END_MARKER[] = {0xFF, END_OF_IMAGE};

// libjpeg's error manager with what it found; C, because libjpeg jumps out of it.
struct Findings {
    jpeg_error_mgr manager;
    jmp_buf escape;
    bool scanning;
    const JOCTET* scan;
    const JOCTET* end;
    int verdict;
    char message[MESSAGE_BYTES];
};

Findings& findings_of(j_common_ptr cinfo) {
    return *reinterpret_cast<Findings*>(cinfo->err);
}

[[noreturn]] void give_up(j_common_ptr cinfo, int verdict, const char* message) {
    Findings& findings = findings_of(cinfo);
    findings.verdict = verdict;
    snprintf(findings.message, MESSAGE_BYTES, "%s", message);
    longjmp(findings.escape, 1);
}

// Puts libjpeg's message into words; its parameters are one string or up to eight numbers.
void format(j_common_ptr cinfo, char* words) {
    const jpeg_error_mgr& error = *cinfo->err;
    const int code = error.msg_code > 0 && error.msg_code <= error.last_jpeg_message ? error.msg_code : 0;
    const char* message = MESSAGES[code];
    const int* number = error.msg_parm.i;
    if (std::strstr(message, "%s") != nullptr) {
        snprintf(words, JMSG_LENGTH_MAX, message, error.msg_parm.s);
    } else {
        snprintf(words, JMSG_LENGTH_MAX, message, number[0], number[1], number[2], number[3], number[4], number[5],
                 number[6], number[7]);
    }
}

// Ends the check with libjpeg's own words.
[[noreturn]] void give_up_in_its_words(j_common_ptr cinfo) {
    char words[JMSG_LENGTH_MAX];
    cinfo->err->format_message(cinfo, words);
    give_up(cinfo, DAMAGED, words);
}

[[noreturn]] void data_are_missing(j_decompress_ptr decoder) {
    char words[MESSAGE_BYTES];
    const unsigned total = decoder->total_iMCU_rows > 0 ? decoder->total_iMCU_rows : 1;
    snprintf(words, sizeof words, "its data end after %u of %u rows of blocks%s", decoder->input_iMCU_row, total,
             decoder->buffered_image ? " of a scan" : "");
    give_up(reinterpret_cast<j_common_ptr>(decoder), TRUNCATED, words);
}

[[noreturn]] void bytes_are_left_over(j_common_ptr cinfo, int64_t count) {
    char words[MESSAGE_BYTES];
    snprintf(words, sizeof words, "%lld bytes of its data are left over where their pixels are complete",
             static_cast<long long>(count));
    give_up(cinfo, DAMAGED, words);
}

// Which of libjpeg's warnings mean that pixels are made up. A restart marker with a wrong number does not: where that
// costs data, a warning that data are missing follows.
void judge_warning(j_common_ptr cinfo) {
    const j_decompress_ptr decoder = reinterpret_cast<j_decompress_ptr>(cinfo);
    switch (cinfo->err->msg_code) {
        case JWRN_HIT_MARKER:
            if (decoder->unread_marker == END_OF_IMAGE) {
                data_are_missing(decoder);
            }
            give_up_in_its_words(cinfo);
        case JWRN_HUFF_BAD_CODE:
        case JWRN_ARITH_BAD_CODE:
        case JWRN_BOGUS_PROGRESSION:
            give_up_in_its_words(cinfo);
        case JWRN_EXTRANEOUS_DATA:
            if (findings_of(cinfo).scanning && cinfo->err->msg_parm.i[0] > HARMLESS_LEFTOVER_BYTES) {
                bytes_are_left_over(cinfo, cinfo->err->msg_parm.i[0]);
            }
            break;
        default:
            break;
    }
}

void on_message(j_common_ptr cinfo, int level) {
    if (level < 0) {
        judge_warning(cinfo);
    }
}

void print_nothing(j_common_ptr) {}

void count_nothing(j_common_ptr) {}

void start_source(j_decompress_ptr) {}

// All bytes are there from the start: what is asked for beyond them is an end marker, again and again, so that data
// which lack nothing else are whole.
boolean end_source(j_decompress_ptr decoder) {
    decoder->src->next_input_byte = END_MARKER;
    decoder->src->bytes_in_buffer = sizeof END_MARKER;
    return TRUE;
}

void skip(j_decompress_ptr decoder, long count) {
    jpeg_source_mgr& source = *decoder->src;
    if (count <= 0) {
        return;
    }
    if (static_cast<unsigned long>(count) > source.bytes_in_buffer) {
        end_source(decoder);
        return;
    }
    source.next_input_byte += count;
    source.bytes_in_buffer -= count;
}

// The arithmetic decoder warns of nothing when its data end: it goes on with zeros, and so does an encoder that
// left zeros out. So the data of one scan must reach into its last row of blocks.
void check_arithmetic(j_decompress_ptr decoder) {
    if (decoder->arith_code && decoder->unread_marker != 0 &&
        decoder->input_iMCU_row + 1 < decoder->total_iMCU_rows) {
        data_are_missing(decoder);
    }
}

// Whether a zero bit after a zero bit makes coefficients of some component, by its table in this scan: the code of
// zeros is always that of the table's first symbol, and symbol 0 ends a block.
bool zeros_are_coefficients(j_decompress_ptr decoder) {
    if (decoder->arith_code || (decoder->progressive_mode && decoder->Ss == 0)) {
        return false;
    }
    for (int i = 0; i < decoder->comps_in_scan; ++i) {
        const JHUFF_TBL* table = decoder->ac_huff_tbl_ptrs[decoder->cur_comp_info[i]->ac_tbl_no];
        if (table != nullptr && table->huffval[0] != 0) {
            return true;
        }
    }
    return false;
}

// Data that were overwritten with zeros decode without a warning, and now and then to as many blocks as were there.
// Called where a scan has ended.
void check_zeros(j_decompress_ptr decoder) {
    Findings& findings = findings_of(reinterpret_cast<j_common_ptr>(decoder));
    if (!zeros_are_coefficients(decoder)) {
        return;
    }
    int64_t run = 0;
    for (const JOCTET* byte = findings.scan; byte < findings.end && byte != decoder->src->next_input_byte; ++byte) {
        run = *byte == 0 ? run + 1 : 0;
        if (run > MOST_ZERO_BYTES) {
            give_up(reinterpret_cast<j_common_ptr>(decoder), DAMAGED, "a part of its data was overwritten with zeros");
        }
    }
}

void decode_one_scan(j_decompress_ptr decoder) {
    decoder->scale_num = 1;
    decoder->scale_denom = 8;
    decoder->dct_method = JDCT_IFAST;
    decoder->do_fancy_upsampling = FALSE;
    decoder->out_color_space =
        decoder->jpeg_color_space == JCS_YCbCr ? JCS_GRAYSCALE : decoder->jpeg_color_space;
    jpeg_start_decompress(decoder);
    JSAMPARRAY row = decoder->mem->alloc_sarray(reinterpret_cast<j_common_ptr>(decoder), JPOOL_IMAGE,
                                                decoder->output_width * decoder->output_components, 1);
    while (decoder->output_scanline < decoder->output_height) {
        jpeg_read_scanlines(decoder, row, 1);
        check_arithmetic(decoder);
    }
    check_zeros(decoder);
}

// Which of a component's scans have come.
struct Coverage {
    bool seen[MAX_COMPONENTS];

    void scan_has_come(j_decompress_ptr decoder) {
        for (int i = 0; i < decoder->comps_in_scan; ++i) {
            seen[decoder->cur_comp_info[i]->component_index] = true;
        }
    }

    bool complete(j_decompress_ptr decoder) const {
        for (int component = 0; component < decoder->num_components; ++component) {
            if (!seen[component] || !(decoder->progressive_mode ? all_bits(decoder, component) : true)) {
                return false;
            }
        }
        return true;
    }

    // -1 for a coefficient that has not come, else how many of its lowest bits are missing.
    static bool all_bits(j_decompress_ptr decoder, int component) {
        for (int coefficient = 0; coefficient < DCTSIZE2; ++coefficient) {
            if (decoder->coef_bits[component][coefficient] != 0) {
                return false;
            }
        }
        return true;
    }
};

void decode_scans(j_decompress_ptr decoder) {
    Coverage coverage = {};
    decoder->buffered_image = TRUE;
    jpeg_start_decompress(decoder);
    while (true) {
        switch (jpeg_consume_input(decoder)) {
            case JPEG_REACHED_SOS:
                findings_of(reinterpret_cast<j_common_ptr>(decoder)).scan = decoder->src->next_input_byte;
                break;
            case JPEG_SCAN_COMPLETED:
                check_zeros(decoder);
                coverage.scan_has_come(decoder);
                if (coverage.complete(decoder)) {
                    return;
                }
                break;
            case JPEG_REACHED_EOI: {
                char words[MESSAGE_BYTES];
                snprintf(words, sizeof words, "its data end after %d scans, and more are needed for all of its pixels",
                         decoder->input_scan_number);
                give_up(reinterpret_cast<j_common_ptr>(decoder), TRUNCATED, words);
            }
            default:
                break;
        }
    }
}

// Where the data of the last scan end; or that too many bytes follow them before the end marker.
int64_t end_of_data(j_decompress_ptr decoder, const JOCTET* bytes, int64_t length) {
    const JOCTET* next = decoder->src->next_input_byte;
    if (next < bytes || next > bytes + length) {
        return length;
    }
    const int64_t end = next - bytes;
    if (decoder->unread_marker != 0) {
        return end - 2;
    }
    for (int64_t i = end; i + 1 < length; ++i) {
        if (bytes[i] == 0xFF && bytes[i + 1] != 0 && bytes[i + 1] != 0xFF) {
            if (bytes[i + 1] == END_OF_IMAGE && i - end > HARMLESS_LEFTOVER_BYTES) {
                bytes_are_left_over(reinterpret_cast<j_common_ptr>(decoder), i - end);
            }
            break;
        }
    }
    return end;
}

}  // namespace

int check_jpeg(int64_t address, int64_t length, char* message, int64_t* end) {
    const JOCTET* bytes = reinterpret_cast<const JOCTET*>(address);
    jpeg_decompress_struct decoder;
    std::memset(&decoder, 0, sizeof decoder);
    Findings findings;
    std::memset(&findings, 0, sizeof findings);
    jpeg_source_mgr source;
    std::memset(&source, 0, sizeof source);
    decoder.err = &findings.manager;
    findings.manager.error_exit = give_up_in_its_words;
    findings.manager.emit_message = on_message;
    findings.manager.output_message = print_nothing;
    findings.manager.format_message = format;
    findings.manager.reset_error_mgr = count_nothing;
    findings.manager.jpeg_message_table = MESSAGES;
    findings.manager.last_jpeg_message = static_cast<int>(sizeof MESSAGES / sizeof *MESSAGES) - 2;
    if (setjmp(findings.escape) == 0) {
        jpeg_create_decompress(&decoder);
        source.next_input_byte = bytes;
        source.bytes_in_buffer = length;
        source.init_source = start_source;
        source.fill_input_buffer = end_source;
        source.skip_input_data = skip;
        source.resync_to_restart = jpeg_resync_to_restart;
        source.term_source = start_source;
        decoder.src = &source;
        jpeg_read_header(&decoder, TRUE);
        findings.scanning = true;
        findings.scan = source.next_input_byte;
        findings.end = bytes + length;
        if (jpeg_has_multiple_scans(&decoder)) {
            decode_scans(&decoder);
        } else {
            decode_one_scan(&decoder);
        }
        *end = end_of_data(&decoder, bytes, length);
    }
    jpeg_destroy_decompress(&decoder);
    std::memcpy(message, findings.message, MESSAGE_BYTES);
    return findings.verdict;
}

}  // namespace emotionstream
