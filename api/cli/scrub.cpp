// Looking for damage in a store, and mending it from its backup.
#include <fcntl.h>
#include <stdio.h>

#include <iostream>
#include <system_error>

#include "api/cli/commands.hpp"
#include "api/on_machine.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/backup/backup.hpp"
#include "events/backup/left_beside.hpp"
#include "events/backup/repair.hpp"
#include "events/files.hpp"
#include "events/scrub.hpp"

namespace minhbach::api::cli {
namespace {

std::filesystem::path with(std::filesystem::path path, const std::string& ending) {
    path += ending;
    return path;
}

// Both names are whole directories at every moment.
void exchange(const std::filesystem::path& one, const std::filesystem::path& other) {
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot exchange " + one.string());
    events::sync_directory(std::filesystem::absolute(one).parent_path());
}

// Another store of the same log lends its rows as a backup of this moment; it may be serving meanwhile.
Outcome lent_by(const std::filesystem::path& peer, const std::filesystem::path& to) {
    sign_in::SystemClock clock;
    const auto lent = events::backup::back_up({peer, to, std::nullopt}, clock);
    if (!lent) return lent.error();
    return std::monostate{};
}

// Of the directory that was damaged: the new store has all of it. Another that lies beside may be all there is of
// something, so it is only named.
bool stripped(const std::filesystem::path& data, const std::filesystem::path& kept) {
    bool is_done = true;
    try {
        events::backup::strip(kept);
        std::cerr << kept.string() << ": đã hủy khóa và dữ liệu đọc được, phần còn lại đã niêm phong. / keys and what "
                  << "was readable are destroyed, the rest is sealed.\n";
    } catch (const std::system_error& error) {
        is_done = false;
        std::cerr << kept.string() << ": " << error.what() << "\n";
    }
    for (const auto& path : events::backup::left_beside(data)) {
        std::cerr << path.string() << ": còn khóa hoặc dữ liệu đọc được; nếu không cần nữa, hãy ghi đè các tệp vault* "
                  << "và xóa thư mục. / still holds keys or what was readable; if it is not needed any more, overwrite "
                  << "its files vault* and remove it.\n";
    }
    return is_done;
}

}  // namespace

int log_scrub(const std::filesystem::path& data, std::uint64_t megabytes_per_second) {
    events::ScrubOptions options;
    options.bytes_per_second_max = megabytes_per_second << 20;
    const auto report = events::scrub(data, options);
    for (const auto& damage : report.damages) std::cerr << events::told(damage) << "\n";
    std::cerr << "Đã đọc lại " << report.rows << " bản ghi, " << report.bytes << " byte. / Read again: " << report.rows
              << " events, " << report.bytes << " bytes: " << (report.damages.empty() ? "ĐẠT / OK" : "HỎNG / DAMAGED")
              << "\n";
    if (report.damages.empty()) return 0;
    std::cerr << "Hãy dừng máy chủ và chạy minhbach log repair --data " << data.string()
              << " --from BẢN_SAO_LƯU. / Stop the server and run minhbach log repair --data " << data.string()
              << " --from BACKUP.\n";
    return 1;
}

int log_repair(const RepairOptions& options) {
    const auto beside = with(options.data, ".repairing");
    const auto lent = with(beside, ".lent");
    const auto clear = [&] {
        for (const auto& path : {beside, lent, with(beside, ".salvage")}) events::backup::discard(path);
    };
    clear();
    const bool is_from_peer = std::filesystem::exists(options.from / "format");
    if (is_from_peer) {
        if (const auto done = lent_by(options.from, lent); !done) {
            clear();
            return tell(done.error());
        }
    }
    const auto repaired =
        events::backup::repair({options.data, is_from_peer ? lent : options.from, options.vault}, beside);
    if (!repaired) {
        clear();
        return tell(repaired.error());
    }
    const auto rest = events::scrub(beside);
    for (const auto& damage : rest.damages) std::cerr << events::told(damage) << "\n";
    if (!rest.damages.empty()) throw std::runtime_error("what was built is not sound; the store is as it was");
    auto kept = with(options.data, ".damaged");
    for (int number = 2; std::filesystem::exists(kept); ++number)
        kept = with(options.data, ".damaged-" + std::to_string(number));
    exchange(beside, options.data);
    std::filesystem::rename(beside, kept);
    clear();
    announce(options.data, {Label::of("log-repair"), {}, {}, {}, {}, {}});
    std::cerr << "Đã sửa: " << repaired->rows[0] << " + " << repaired->rows[1]
              << " bản ghi, trong đó lấy từ bản sao lưu " << repaired->mended[0] << " + " << repaired->mended[1]
              << "; mã gốc đã ký " << events::hex(repaired->moment.roots[0]) << ". Thư mục hỏng được giữ tại "
              << kept.string() << ".\n"
              << "Repaired: " << repaired->rows[0] << " + " << repaired->rows[1] << " events, of which from the backup "
              << repaired->mended[0] << " + " << repaired->mended[1] << "; signed root "
              << events::hex(repaired->moment.roots[0]) << ". The damaged directory is kept as " << kept.string()
              << ".\n";
    return stripped(options.data, kept) ? 0 : 1;
}

}  // namespace minhbach::api::cli
