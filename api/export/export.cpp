#include "api/export/export.hpp"

#include <fcntl.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <fstream>

#include "api/console/words.hpp"
#include "events/codec/codec.hpp"
#include "events/merkle/checkpoint.hpp"
#include "events/refusals.hpp"
#include "events/signing_keys.hpp"
#include "services/law/rulebook.hpp"

namespace minhbach::api::exports {
namespace {

using events::Ledger;
namespace package = events::package;

constexpr std::string_view kReadMe =
    "GÓI HỒ SƠ KIỂM TRA — AUDIT PACKAGE\n"
    "\n"
    "index.html     danh mục bản ghi, để đọc                    the records, to be read\n"
    "records.bin    các bản ghi, đúng từng byte đã được băm     the records, byte for byte as they are hashed\n"
    "payloads.txt   nội dung được phép xem và muối của nó       the contents that may be shown, with their salts\n"
    "tree.txt       bằng chứng các bản ghi nằm trong nhật ký    proof that the records are in the log\n"
    "checkpoint.txt điểm kiểm chứng có chữ ký                   the signed checkpoint\n"
    "key.txt        khóa kiểm chứng                             the verifier key\n"
    "rulebooks/     bộ quy tắc mà kỳ đánh giá áp dụng           the rulebooks the cycles are bound to\n"
    "manifest.txt   SHA-256 của từng tệp, có chữ ký             SHA-256 of every file, signed\n"
    "\n"
    "Kiểm chứng không cần hệ thống:  minhbach log verify GÓI --vkey KHÓA   hoặc   verify_package.py GÓI --vkey KHÓA\n"
    "Checked without the system:     minhbach log verify PACKAGE --vkey KEY  or  verify_package.py PACKAGE --vkey KEY\n"
    "\n"
    "Hãy dùng khóa đã ghi lại từ trước, không dùng khóa trong gói.\n"
    "Use the key you wrote down before, not the one in the package.\n";

constexpr std::string_view kStyle =
    "body{font:15px/1.5 sans-serif;margin:2em auto;max-width:60em;padding:0 "
    "1em}table{border-collapse:collapse;width:100%}"
    "td,th{border-top:1px solid #ccc;padding:.3em .5em;text-align:left;vertical-align:top}pre{white-space:pre-wrap;"
    "overflow-wrap:anywhere;margin:0}.mark{background:#fff3cd;padding:.5em}@media print{details{display:block}}";

std::string index_head(const Scope& scope, const events::Checkpoint& checkpoint, const std::string& origin,
                       bool simulated) {
    std::string html = "<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Gói hồ sơ " +
                       console::escaped(scope.name()) + "</title><style>" + std::string(kStyle) + "</style>";
    if (simulated) html += "<p class=\"mark\"><strong>DỮ LIỆU MÔ PHỎNG</strong> — simulated data</p>";
    html += "<h1>Gói hồ sơ kiểm tra: " + console::escaped(scope.name()) + "</h1><p>Nhật ký <code>" +
            console::escaped(origin) + "</code>, đến bản ghi số " +
            console::number_text(static_cast<std::int64_t>(checkpoint.size)) + ", mã gốc <code>" +
            events::hex(checkpoint.root) +
            "</code>.</p><table><thead><tr><th>Bản ghi<th>Thời điểm ghi<th>Việc<th>Người thực hiện<th>Về<th>Nội "
            "dung</tr></thead><tbody>\n";
    return html;
}

std::string index_row(const events::Stored& stored, const std::vector<bool>& shown) {
    const auto& record = stored.record;
    const auto words = console::words_of_event(record.type);
    std::string about;
    for (const auto& subject : record.subjects) about += (about.empty() ? "" : ", ") + subject.subject.str();
    std::string html = "<tr><td>" + std::to_string(record.position.value) + "<td>" +
                       console::time_text(record.recorded_at) + "<td>" + console::escaped(words.vi) + "<br><small>" +
                       console::escaped(record.type) + "</small><td>" + console::escaped(record.actor.str()) +
                       "<br><small>" + console::escaped(console::words_of_capacity(record.capacity).vi) +
                       (record.authority.empty() ? "" : ", " + console::escaped(record.authority)) + "</small><td>" +
                       console::escaped(about.empty() ? record.stream.name() : about) + "<td><details><summary>" +
                       console::escaped(record.stream.name()) + " / " + std::to_string(record.revision.value) +
                       "</summary>";
    for (std::size_t i = 0; i < stored.parts.size(); ++i) {
        html += shown[i]
                    ? "<pre>" + console::escaped(stored.parts[i].json) + "</pre>"
                    : std::string(stored.lost[i] ? "<p>(đã xóa / erased)</p>" : "<p>(không cung cấp / withheld)</p>");
    }
    return html + "</details></tr>\n";
}

bool is_simulated(const events::Log& log) {
    if (log.size(Ledger::main) == 0) return false;
    const auto first = events::decode(log.read(Ledger::main, {0}));
    const auto* opened = first.event.as<ProvinceOpened>();
    return opened && opened->simulated_clock;
}

Refusal no_published_yet() {
    return {"not-yet-known",
            "",
            "",
            "Chưa đủ bên chứng kiến ký một điểm kiểm chứng của khóa hiện nay; hãy thử lại sau.",
            "Too few witnesses have cosigned a checkpoint of the present key yet; try again later.",
            {}};
}

Result<events::Checkpoint> checkpoint_of(events::Log& log, std::optional<std::uint64_t> size,
                                         const std::optional<events::Checkpoint>& published) {
    if (published) {
        if (published->note.empty()) return no_published_yet();
        if (!size || *size == published->size) return *published;
        return not_found("Chỉ xuất được ở điểm kiểm chứng mới nhất đã đủ bên chứng kiến ký, kích thước " +
                             std::to_string(published->size) + ": chữ ký cho các điểm khác không có ở đây.",
                         "Only the newest checkpoint that enough witnesses have cosigned can be exported, of size " +
                             std::to_string(published->size) + ": there are no cosignatures of others here.");
    }
    if (!size) return log.publish_checkpoint(Ledger::main);
    std::optional<events::Checkpoint> found;
    log.visit_checkpoints(Ledger::main, [&](const events::Checkpoint& one) {
        if (one.size == *size) found = one;
        return one.size < *size;
    });
    if (found) return *std::move(found);
    return not_found("Không có điểm kiểm chứng nào ở kích thước " + std::to_string(*size) + ".",
                     "No checkpoint of size " + std::to_string(*size) + " was ever published.");
}

// The files whose handing in is shown and whose bytes can still be read.
std::vector<AttachmentId> attachments_of(events::Log& log, const Selection& selected) {
    std::vector<AttachmentId> files;
    for (const auto position : selected.positions) {
        const auto stored = log.read(Ledger::main, position);
        if (stored.record.type != AttachmentStored::kType || stored.lost.at(0) || !selected.shows(stored, 0)) continue;
        const auto recorded = events::decode(stored);
        const auto& id = recorded.event.get<AttachmentStored>().attachment;
        if (log.attachments().piece(id, 0)) files.push_back(id);
    }
    return files;
}

Digest digest_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
    std::vector<char> piece(1u << 20);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        EVP_DigestUpdate(context.get(), piece.data(), static_cast<std::size_t>(file.gcount()));
    }
    events::Hash hash{};
    EVP_DigestFinal_ex(context.get(), hash.data(), nullptr);
    return Digest::of(events::hex(hash));
}

}  // namespace

Result<Exported> write_export(events::Log& log, const Scope& scope, std::optional<std::uint64_t> size,
                              const std::optional<events::Checkpoint>& published, const std::filesystem::path& file,
                              const package::Progress& progress) {
    const auto checkpoint = checkpoint_of(log, size, published);
    if (!checkpoint) return checkpoint.error();
    if (!events::merkle::open_checkpoint(checkpoint->note, events::keys_of(log, Ledger::main).back())) {
        if (!size) return no_published_yet();
        return invalid_field("size", "Điểm kiểm chứng này do khóa cũ của nhật ký ký; hãy chọn điểm kiểm chứng mới hơn.",
                             "An earlier key of the log signed this checkpoint; choose a newer one.");
    }
    auto selected = select(log, scope, checkpoint->size);
    if (!selected) return selected.error();

    package::Contents contents;
    // A package named after a person is complete about them; this one is another.
    contents.scope = selected->left_out && scope.person ? "own/" + scope.person->str() : scope.name();
    contents.checkpoint = *checkpoint;
    contents.positions = selected->positions;
    contents.shows = [&](const events::Stored& stored, std::size_t part) { return selected->shows(stored, part); };
    contents.complete_subjects = selected->complete;
    for (const auto& hash : selected->rulebooks)
        if (const auto text = services::law::rulebook_text(hash)) contents.rulebooks.emplace_back(hash.str(), *text);
    contents.attachments = attachments_of(log, *selected);
    contents.attachment_piece = [&](const AttachmentId& id, std::uint64_t number) {
        auto& files = log.attachments();
        return number < files.look(id).value().pieces ? files.piece(id, number).value() : std::string();
    };
    contents.simulated = is_simulated(log);
    contents.read_me = kReadMe;
    contents.index_head = index_head(scope, *checkpoint, log.origin(Ledger::main), contents.simulated);
    contents.index_row = index_row;
    contents.index_foot = "</tbody></table></html>\n";

    // Under another name until it is whole.
    auto unfinished = file;
    unfinished += ".unfinished";
    std::filesystem::remove(unfinished);
    Exported exported;
    try {
        exported.written = package::write_package(
            log, contents, [&](std::string_view text) { return log.sign_statement(text); }, unfinished, progress);
        exported.size = checkpoint->size;
        exported.bytes = std::filesystem::file_size(unfinished);
        exported.digest = digest_of(unfinished);
        std::filesystem::rename(unfinished, file);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw;
    }
    return exported;
}

}  // namespace minhbach::api::exports
