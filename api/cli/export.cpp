#include "api/export/export.hpp"

#include <future>
#include <iostream>

#include "api/cli/commands.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/ids.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "services/desk.hpp"

namespace minhbach::api::cli {
namespace {

template <class T>
Outcome read_id(const std::optional<std::string>& text, std::optional<T>& id) {
    if (!text) return {};
    auto parsed = T::parse(*text);
    if (!parsed) return parsed.error();
    id = std::move(*parsed);
    return {};
}

}  // namespace

int export_package(const ExportOptions& options) {
    exports::Scope scope;
    for (const auto& read : {read_id(options.unit, scope.unit), read_id(options.person, scope.person),
                             read_id(options.cycle, scope.cycle)}) {
        if (!read) return tell(read.error());
    }
    const auto purpose = Text::parse(options.purpose.empty() ? "xuất tại máy chủ" : options.purpose);
    if (!purpose) return tell(purpose.error());
    if (std::filesystem::exists(options.out)) {
        return tell(invalid_field("", "Đã có tệp " + options.out.string() + ".",
                                  "The file " + options.out.string() + " exists."));
    }
    sign_in::SystemClock clock;
    auto log = events::open_store(options.data, clock);
    if (!log) return tell(log.error());

    // Only what is entered leaves the house: until then it has another name.
    auto held = options.out;
    held += ".held";
    std::filesystem::remove(held);
    const auto exported = exports::write_export(**log, scope, options.size, {}, held, [](std::uint64_t records) {
        std::cerr << "\r" << records << " bản ghi / records" << std::flush;
    });
    std::cerr << "\r";
    if (!exported) return tell(exported.error());
    events::EventIds ids;
    services::Desk desk(**log, clock, ids);
    std::promise<bool> entered;
    desk.note_access(
        PersonCode::of("system"),
        PackageExported{Label::of(scope.name()), Label::of(std::to_string(exported->size)), *purpose, exported->digest},
        [&](bool durable) { entered.set_value(durable); });
    if (!entered.get_future().get()) {
        std::filesystem::remove(held);
        return tell({"outcome-unknown",
                     "",
                     "",
                     "Không ghi được việc xuất vào nhật ký truy cập; gói đã bị bỏ.",
                     "The export could not be entered in the access ledger; the package was dropped.",
                     {}});
    }
    std::filesystem::rename(held, options.out);
    std::cerr << scope.name() << ": " << exported->written.records << " bản ghi / records, " << exported->bytes
              << " bytes, SHA-256 " << exported->digest.str() << "\n";
    return 0;
}

}  // namespace minhbach::api::cli
