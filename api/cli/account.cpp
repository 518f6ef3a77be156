#include <iostream>

#include "api/cli/commands.hpp"
#include "api/on_machine.hpp"
#include "api/sign_in/accounts.hpp"
#include "api/sign_in/tokens.hpp"
#include "events/refusals.hpp"
#include "events/store.hpp"
#include "services/states.hpp"

namespace minhbach::api::cli {

int account_slip(const std::filesystem::path& data, const std::string& person) {
    auto log = events::open_store_read_only(data);
    if (!log) return tell(log.error());
    const services::States states(**log);
    const auto code = PersonCode::parse(person);
    if (!code || !states.registry().person(*code))
        return tell(not_found("Trong dữ liệu không có người như vậy.", "The store has no such person."));
    sign_in::SystemClock clock;
    announce(data, {Label::of("account-slip"), {}, *code, {}, {}, {}});
    const auto slip = sign_in::Accounts(data / "accounts").issue_slip(*code, clock.now());
    std::cerr << "Phiếu cấp tài khoản của " << states.registry().person(*code)->full_name.str() << " (" << code->str()
              << "): mã dùng một lần, 7 ngày.\n"
              << "Slip for the account of " << code->str() << ": a one-time code, 7 days.\n";
    std::cout << slip << "\n";
    return 0;
}

}  // namespace minhbach::api::cli
