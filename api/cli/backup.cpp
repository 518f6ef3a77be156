// Copies of a store that can be proven, and stores from such copies.
#include "events/backup/backup.hpp"

#include <algorithm>
#include <iostream>

#include "api/cli/commands.hpp"
#include "api/http/client.hpp"
#include "api/on_machine.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/backup/left_beside.hpp"
#include "events/backup/restore.hpp"
#include "events/files.hpp"
#include "events/merkle/lines.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "events/witness/cosigning.hpp"
#include "services/desk.hpp"

namespace minhbach::api::cli {
namespace {

using events::Ledger;
using events::backup::KnownCheckpoint;
using events::backup::Restored;

constexpr std::array kLedgers{Ledger::main, Ledger::access};

std::filesystem::path with(std::filesystem::path path, const char* ending) {
    path += ending;
    return path;
}

Result<events::backup::RestoreOptions> parsed(const RestoreOptions& options) {
    events::backup::RestoreOptions wanted;
    wanted.from = options.from;
    wanted.vault = options.vault;
    wanted.data = options.data;
    wanted.not_behind = options.not_behind;
    wanted.go_behind = options.go_behind.has_value();
    if (!options.until) return wanted;
    if (options.until->find_first_not_of("0123456789") == std::string::npos) {
        wanted.until_position = events::merkle::parse_number(*options.until);
        if (wanted.until_position) return wanted;
    } else if (const auto time = Time::parse(*options.until)) {
        wanted.until_time = *time;
        return wanted;
    }
    return invalid_field("", "--until là một vị trí (số) hoặc thời điểm như 2023-11-30T17:00:00+07:00.",
                         "--until is a position (digits) or a time like 2023-11-30T17:00:00+07:00.");
}

// What the witnesses have seen of this log: shown its checkpoint, each says so. Refuses where one cannot be asked.
Result<std::vector<KnownCheckpoint>> seen_by_witnesses(const events::Log& log, const events::WitnessPolicy& policy) {
    const auto ask = [](const events::PolicyWitness& witness,
                        const std::string& body) -> std::optional<events::WitnessReply> {
        const auto client = http::Client::to(witness.url, std::nullopt);
        if (!client) return std::nullopt;
        auto answered = (*client)->post("/add-checkpoint", "text/plain; charset=utf-8", body);
        if (!answered) return std::nullopt;
        return events::WitnessReply{answered->status, std::move(answered->body)};
    };
    std::vector<KnownCheckpoint> seen;
    for (const auto ledger : kLedgers) {
        events::Cosigning cosigning(log, ledger, policy, ask);
        cosigning.round();
        for (const auto& standing : cosigning.standings()) {
            const bool is_behind = standing.size > log.size(ledger);
            if (is_behind) seen.push_back({ledger, standing.size, {}, standing.name});
            if (is_behind || standing.trouble.empty()) continue;
            return Refusal{"behind-checkpoint",
                           "",
                           "",
                           "Không hỏi được bên chứng kiến " + standing.name + ": " + standing.trouble + ".",
                           "The witness " + standing.name + " could not be asked: " + standing.trouble + ".",
                           {}};
        }
    }
    return seen;
}

LogRestored entry_of(const Restored& restored, const std::optional<std::string>& reason) {
    const auto number = [](std::uint64_t value) { return Label::of(std::to_string(value)); };
    LogRestored entry{number(restored.run),
                      number(restored.moment.sizes[0]),
                      Digest::of(events::hex(restored.moment.roots[0])),
                      number(restored.moment.sizes[1]),
                      Digest::of(events::hex(restored.moment.roots[1])),
                      {},
                      {}};
    for (const auto& known : restored.behind) {
        std::optional<Digest> root;
        if (known.root) root = Digest::of(events::hex(*known.root));
        entry.behind.push_back({Label::of(std::string(events::name_of(known.ledger))), number(known.size), root,
                                Label::of(known.known_by)});
    }
    if (!entry.behind.empty()) entry.reason = Text::of(*reason);
    return entry;
}

// The store says what it is before it signs anything more.
Outcome say_so(const std::filesystem::path& store, Restored& restored, const RestoreOptions& options) {
    sign_in::SystemClock clock;
    const auto log = events::open_store(store, clock);
    if (!log) return log.error();
    if (options.policy) {
        const auto policy = events::WitnessPolicy::parse(events::read_file(*options.policy).value_or(""));
        if (!policy) return policy.error();
        const auto seen = seen_by_witnesses(**log, *policy);
        if (!seen && !options.go_behind) return seen.error();
        if (seen && !seen->empty() && !options.go_behind) {
            return Refusal{"behind-checkpoint",
                           "",
                           "",
                           "Bên chứng kiến " + seen->front().known_by + " đã thấy nhật ký dài " +
                               std::to_string(seen->front().size) + " bản ghi; bản sao lưu này ngắn hơn.",
                           "The witness " + seen->front().known_by + " has seen the log with " +
                               std::to_string(seen->front().size) + " events; this backup holds fewer.",
                           {}};
        }
        if (seen) restored.behind.insert(restored.behind.end(), seen->begin(), seen->end());
    }
    events::EventIds ids;
    services::Desk desk(**log, clock, ids);
    const auto receipt = desk.keep_books(entry_of(restored, options.go_behind));
    if (!receipt) return receipt.error();
    (*log)->publish_checkpoint(Ledger::main);
    return std::monostate{};
}

}  // namespace

int backup(const BackupOptions& options) {
    sign_in::SystemClock clock;
    events::backup::BackupOptions wanted;
    wanted.data = options.data;
    wanted.to = options.to;
    wanted.vault = options.vault;
    const auto done = events::backup::back_up(wanted, clock);
    if (!done) return tell(done.error());
    announce(options.data, {Label::of("backup"), {}, {}, {}, {}, {}});
    std::cerr << "Đã sao lưu lần " << done->run << ": " << done->moment.sizes[0] << " + " << done->moment.sizes[1]
              << " bản ghi (thêm " << done->added[0] << " + " << done->added[1] << "), " << done->files << " tệp mới, "
              << done->bytes << " byte; mã gốc " << events::hex(done->moment.roots[0]) << "\n"
              << "Backed up, run " << done->run << ": " << done->moment.sizes[0] << " + " << done->moment.sizes[1]
              << " events (new: " << done->added[0] << " + " << done->added[1] << "), " << done->files << " new files, "
              << done->bytes << " bytes; root " << events::hex(done->moment.roots[0]) << "\n";
    if (!options.vault) {
        std::cerr << "Chưa sao lưu khóa (--vault); không có khóa thì không đọc được nội dung. / No copy of the keys "
                     "was made (--vault); without keys no content can be read.\n";
    }
    return 0;
}

int restore(const RestoreOptions& options) {
    const auto wanted = parsed(options);
    if (!wanted) return tell(wanted.error());
    if (options.go_behind && !Text::parse(*options.go_behind)) return tell(Text::parse(*options.go_behind).error());
    if (std::filesystem::exists(options.to)) {
        return tell({"directory-not-empty",
                     "",
                     "",
                     "Thư mục " + options.to.string() + " đã có; hãy chọn một tên chưa có.",
                     options.to.string() + " exists; choose a name that does not.",
                     {}});
    }
    // Beside, and renamed when it is a whole store: what an interrupted run left is begun anew.
    const auto beside = with(options.to, ".restoring");
    events::backup::discard(beside);
    auto restored = events::backup::restore(*wanted, beside);
    const auto said = restored ? say_so(beside, *restored, options) : Outcome(restored.error());
    if (!said) {
        events::backup::discard(beside);
        return tell(said.error());
    }
    std::filesystem::rename(beside, options.to);
    events::sync_directory(std::filesystem::absolute(options.to).parent_path());
    const auto& moment = restored->moment;
    std::cerr << "Đã khôi phục " << moment.sizes[0] << " + " << moment.sizes[1] << " bản ghi, mã gốc "
              << events::hex(moment.roots[0]) << ", từ lần sao lưu " << restored->run
              << "; nhật ký đã ghi lại việc này.\n"
              << "Restored " << moment.sizes[0] << " + " << moment.sizes[1] << " events, root "
              << events::hex(moment.roots[0]) << ", from run " << restored->run << "; the log says so itself.\n";
    if (!restored->erased.empty()) {
        std::cerr << "Đã hủy lại khóa của " << restored->erased.size()
                  << " người theo quyết định xóa. / Destroyed again "
                  << "the keys of " << restored->erased.size()
                  << " persons whose erasure is in the log or in the vault of --data.\n";
    }
    if (!restored->behind.empty()) {
        std::cerr << "Quyết định xóa dữ liệu sau mốc được khôi phục không còn trong nhật ký và phải được quyết định "
                     "lại. / Erasures decided after the point that was restored are not in the log any more and must "
                     "be decided again.\n";
    }
    for (const auto& file : restored->unread) {
        std::cerr << "Không đọc được hết " << file << ": người đã bị xóa ở đó có thể có lại dữ liệu. / " << file
                  << " could not be read in full: whoever was erased there may be back.\n";
    }
    for (const auto& known : restored->behind) {
        std::cerr << "Lùi về trước mốc / behind: " << events::name_of(known.ledger) << " " << known.size << " ("
                  << known.known_by << ")\n";
    }
    return 0;
}

}  // namespace minhbach::api::cli
