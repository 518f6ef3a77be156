#include <fstream>
#include <iostream>
#include <sstream>

#include "api/cli/commands.hpp"
#include "api/demo/demo.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/codec/json.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "services/desk.hpp"
#include "services/organisation/commands.hpp"
#include "services/organisation/roster.hpp"
#include "services/organisation/units_csv.hpp"

namespace minhbach::api::cli {
namespace {

namespace organisation = services::organisation;

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) throw std::runtime_error("cannot read " + path.string());
    return text.str();
}

services::Conditions conditions(std::string command) {
    return {std::move(command), services::province_stream(), {}, {}, {}};
}

}  // namespace

int tell(const Refusal& refusal) {
    const auto& kind = refusal_kind(refusal.type);
    std::cerr << "minhbach: " << kind.title_vi << ": " << refusal.detail_vi << "\n"
              << "minhbach: " << kind.title_en << " (" << refusal.type << "): " << refusal.detail_en << "\n";
    for (const auto& also : refusal.more)
        std::cerr << "  " << also.field << ": " << also.detail_vi << " / " << also.detail_en << "\n";
    return 1;
}

int init(const InitOptions& options) {
    const auto origin = Label::parse(options.origin);
    if (!origin) return tell(origin.error());
    const auto administrator = Label::parse(options.administrator);
    if (!administrator) return tell(administrator.error());
    sign_in::SystemClock clock;
    // A list that does not say since when its units exist means: since before this record begins.
    auto units = organisation::read_units(contents(options.units), Date::of("1900-01-01"));
    if (!units) return tell(units.error());

    if (auto created = events::create_store(options.data, options.origin, options.signing_token); !created)
        return tell(created.error());
    auto log = events::open_store(options.data, clock);
    if (!log) return tell(log.error());
    events::EventIds ids;
    services::Desk desk(**log, clock, ids);
    organisation::OpenProvince command;
    command.origin = *origin;
    command.name = units->front().name;
    command.units = std::move(*units);
    command.administrator = *administrator;
    command.administrator_code = PersonCode::of("QTHT-1");
    const auto receipt = desk.execute_and_wait(
        command.administrator_code, conditions("open-province"),
        [&](auto& past, const auto& acting) { return organisation::decide(past, acting, command); });
    if (!receipt) return tell(receipt.error());
    std::cerr << "Đã mở dữ liệu của " << command.name.str() << " tại " << options.data.string() << ": "
              << receipt->count << " bản ghi.\n"
              << "Opened in " << options.data.string() << ": " << receipt->count << " events.\n";
    return 0;
}

int demo(const DemoOptions& options) {
    const demo::DemoOptions wanted{options.people, options.seed};
    if (options.cases) {
        std::cout << (options.data.empty() ? demo::cases_json(wanted) : contents(options.data / "cases.json")) << "\n";
        return 0;
    }
    if (options.data.empty()) return tell(invalid_field("", "Thiếu --data.", "--data is missing."));
    if (auto created = events::create_store(options.data, "minhbach.example/quangngai-mo-phong-2023"); !created) {
        return tell(created.error());
    }
    demo::SimulatedClock clock;
    auto log = events::open_store(options.data, clock);
    if (!log) return tell(log.error());
    events::EventIds ids(options.seed);
    services::Desk desk(**log, clock, ids);
    if (auto built = demo::build_demonstration(desk, clock, wanted, std::cerr); !built) return tell(built.error());
    const auto cases = options.data / "cases.json";
    if (std::ofstream file(cases); !(file << demo::cases_json(wanted) << std::flush)) {
        return tell({"directory-missing",
                     "",
                     "",
                     "Không ghi được " + cases.string() + ".",
                     "Could not write " + cases.string() + ".",
                     {}});
    }
    const auto checkpoint = (*log)->publish_checkpoint(events::Ledger::main);
    std::cerr << "DỮ LIỆU MÔ PHỎNG: " << checkpoint.size << " bản ghi, mã gốc " << events::hex(checkpoint.root) << "\n";
    return 0;
}

int import_roster(const ImportOptions& options) {
    const auto as = PersonCode::parse(options.as);
    if (!as) return tell(as.error());
    organisation::ImportRoster command;
    const auto name = Label::parse(options.file.filename().string());
    if (!name) return tell(name.error());
    command.file_name = *name;
    command.csv = contents(options.file);
    if (options.differences_seen) {
        const auto digest = Digest::parse(*options.differences_seen);
        if (!digest) return tell(digest.error());
        command.differences_seen = *digest;
    }
    sign_in::SystemClock clock;
    auto log = events::open_store(options.data, clock);
    if (!log) return tell(log.error());
    events::EventIds ids;
    services::Desk desk(**log, clock, ids);
    organisation::RosterReport report;
    desk.look([&](services::Past& past, Time now) {
        report = organisation::examine_roster(past.registry(), now.local_date(), command.csv);
    });
    std::cout << json::to_json(report) << "\n";
    if (const auto digest = organisation::differences_digest(report)) {
        std::cerr << "Tệp thay đổi dữ liệu đã có; sau khi xem, nhập với --differences-seen " << digest->str() << "\n"
                  << "The file changes what is known; having read the differences, import with --differences-seen "
                  << digest->str() << "\n";
    }
    if (options.dry_run) return report.errors.empty() ? 0 : 1;
    const auto receipt = desk.execute_and_wait(*as, conditions("import-roster"), [&](auto& past, const auto& acting) {
        return organisation::decide(past, acting, command);
    });
    if (!receipt) return tell(receipt.error());
    std::cerr << "Đã nhập: " << receipt->count << " bản ghi. / Imported: " << receipt->count << " events.\n";
    return 0;
}

}  // namespace minhbach::api::cli
