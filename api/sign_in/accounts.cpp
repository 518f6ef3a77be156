#include "api/sign_in/accounts.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include "api/http/report.hpp"
#include "api/sign_in/totp.hpp"
#include "events/codec/json.hpp"
#include "events/files.hpp"
#include "events/refusals.hpp"

namespace minhbach::api::sign_in {
namespace {

constexpr std::size_t kTriesKept = 1u << 16;

std::int64_t millis(std::chrono::seconds duration) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

Refusal refused() {
    return {"sign-in-refused",
            "",
            "",
            "Mã cán bộ, mật khẩu hoặc mã dùng một lần không đúng.",
            "Person code, password or one-time code is wrong.",
            {}};
}

Refusal shut_until(Time until, Time now) {
    const auto seconds = std::to_string(std::max<std::int64_t>(1, (until.millis() - now.millis() + 999) / 1000));
    return {"sign-in-shut",
            "",
            "",
            "Sai quá nhiều lần; hãy thử lại sau " + seconds + " giây.",
            "Too many wrong attempts; try again in " + seconds + " seconds.",
            {}};
}

Account account_of(const PersonCode& person) {
    Account account;
    account.person = person;
    return account;
}

Account with_password(const PersonCode& person, const HashedPassword& password) {
    Account account = account_of(person);
    account.password = password;
    return account;
}

Proof proof(Time now, bool with_code) {
    Proof given{SignInMethod::password, {}, {Label::of("pwd")}, {}, now};
    if (with_code) given.amr.push_back(Label::of("otp"));
    return given;
}

}  // namespace

Accounts::Accounts(std::filesystem::path directory, AccountRules rules)
    : directory_(std::move(directory)), rules_(rules) {}

std::filesystem::path Accounts::file_of(const PersonCode& person) const {
    return directory_ / (person.str() + ".json");
}

std::optional<Account> Accounts::read(const PersonCode& person) const {
    const auto text = events::read_file(file_of(person));
    if (!text) return std::nullopt;
    auto account = json::from_json<Account>(*text);
    if (!account || account->person != person) return std::nullopt;
    return std::move(*account);
}

void Accounts::keep(const Account& account) const {
    events::Files::real().make_directory(directory_);
    events::replace_file(file_of(account.person), json::to_json(account), events::kOwnerOnly);
}

std::string Accounts::give_slip(Account account, Time now) const {
    const auto slip = random_slip();
    account.slip = hash_of_secret(slip);
    account.slip_until = now.plus_millis(millis(rules_.slip_lasts));
    account.slip_asked_by.reset();
    account.slip_asked_at.reset();
    keep(account);
    return slip;
}

std::string Accounts::issue_slip(const PersonCode& person, Time now) {
    const std::lock_guard lock(mutex_);
    return give_slip(read(person).value_or(account_of(person)), now);
}

std::optional<std::string> Accounts::issue_slip(const PersonCode& person, const PersonCode& by, Time now) {
    const std::lock_guard lock(mutex_);
    Account account = read(person).value_or(account_of(person));
    const bool is_second = account.slip_asked_by && *account.slip_asked_by != by &&
                           now < account.slip_asked_at->plus_millis(millis(rules_.second_within));
    if (!account.password || is_second) return give_slip(std::move(account), now);
    account.slip_asked_by = by;
    account.slip_asked_at = now;
    keep(account);
    return std::nullopt;
}

std::optional<Refusal> Accounts::refusal_of_password(std::string_view password) const {
    const auto is_first_of_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    const auto characters =
        static_cast<std::size_t>(std::count_if(password.begin(), password.end(), is_first_of_character));
    if (characters < rules_.password_characters_min) {
        const auto least = std::to_string(rules_.password_characters_min);
        return invalid_field("/password", "Mật khẩu cần ít nhất " + least + " ký tự.",
                             "A password takes at least " + least + " characters.");
    }
    if (password.size() > rules_.password_bytes_max)
        return invalid_field("/password", "Mật khẩu quá dài.", "The password is too long.");
    const bool is_monotonous =
        std::all_of(password.begin(), password.end(), [&](char byte) { return byte == password.front(); });
    if (is_monotonous)
        return invalid_field("/password", "Mật khẩu không được chỉ gồm một ký tự lặp lại.",
                             "A password is not one character again and again.");
    return std::nullopt;
}

Result<Proof> Accounts::redeem(const PersonCode& person, std::string_view slip, std::string_view password, Time now) {
    if (auto refusal = refusal_of_password(password)) return *std::move(refusal);
    {
        const std::lock_guard lock(mutex_);
        if (auto refusal = shut(person, now)) return *std::move(refusal);
    }
    const auto hashed = hash_password(password);  // before the slip is looked at: as slow for a wrong one
    const std::lock_guard lock(mutex_);
    if (auto refusal = shut(person, now)) return *std::move(refusal);
    const auto account = read(person);
    const bool is_right = account && account->slip && account->slip_until && now < *account->slip_until &&
                          equal_in_constant_time(hash_of_secret(slip_as_issued(slip)), *account->slip);
    if (!is_right) return wrong(person, now);
    keep(with_password(person, hashed));
    tries_.erase(person.str());
    return proof(now, false);
}

std::optional<Refusal> Accounts::shut(const PersonCode& person, Time now) const {
    const Tries tries = tries_of(person);
    if (now >= tries.shut_until) return std::nullopt;
    return shut_until(tries.shut_until, now);
}

// As this process has counted, else as one before it has.
Accounts::Tries Accounts::tries_of(const PersonCode& person) const {
    if (const auto found = tries_.find(person.str()); found != tries_.end()) return found->second;
    const auto account = read(person);
    if (!account) return {};
    return {account->wrong.value_or(0), account->shut_until.value_or(Time()), false};
}

// Of people without an account nothing is kept: whoever guesses names would fill the disk. The same is written all the
// same, over and over, so that it takes no less time.
void Accounts::keep_tries(const PersonCode& person, const Tries& tries) const {
    const auto known = read(person);
    Account account = known.value_or(account_of(person));
    account.wrong = tries.wrong;
    account.shut_until.reset();
    if (tries.shut_until != Time()) account.shut_until = tries.shut_until;
    try {
        if (known) return keep(account);
        events::Files::real().make_directory(directory_);
        events::replace_file(directory_ / "nobody", json::to_json(account), events::kOwnerOnly);
    } catch (const std::system_error& failure) {
        // This process counts on; only a restart would forget.
        http::report(std::string("wrong attempts could not be kept: ") + failure.what());
    }
}

Refusal Accounts::wrong(const PersonCode& person, Time now) {
    // Tries of names that nobody has come to be forgotten, so that they cannot fill the memory.
    if (tries_.size() >= kTriesKept)
        std::erase_if(tries_, [&](const auto& known) { return now >= known.second.shut_until; });
    auto& tries = tries_.insert_or_assign(person.str(), tries_of(person)).first->second;
    ++tries.wrong;
    if (tries.wrong < rules_.tries_max) {
        keep_tries(person, tries);
        return refused();
    }
    const int doublings = std::min(tries.wrong - rules_.tries_max, 20);
    const auto seconds = std::min(rules_.shut_longest, rules_.shut_first * (std::int64_t{1} << doublings));
    tries.shut_until = now.plus_millis(millis(seconds));
    tries.is_untold = true;
    keep_tries(person, tries);
    return refused();
}

Result<Accounts::Checked> Accounts::checked(const Typed& typed, Time now) {
    std::optional<HashedPassword> password;
    {
        const std::lock_guard lock(mutex_);
        if (auto refusal = shut(typed.person, now)) return *std::move(refusal);
        if (const auto account = read(typed.person)) password = account->password;
    }
    bool is_right = false;
    if (password)
        is_right = is_password(*password, typed.password);
    else
        pretend_to_check(typed.password);

    const std::lock_guard lock(mutex_);
    // Many at once find it open; those that come to this point after it was shut are too late.
    if (auto refusal = shut(typed.person, now)) return *std::move(refusal);
    if (!is_right) return wrong(typed.person, now);
    auto account = read(typed.person);
    // What was right when the hashing began may be no password any more.
    if (!account || account->password != password) return wrong(typed.person, now);
    if (account->device_key) {
        if (!typed.code) {
            return Refusal{"code-required",
                           "/code",
                           "",
                           "Hãy nhập mã dùng một lần trên thiết bị của bạn.",
                           "Type the one-time code of your device.",
                           {}};
        }
        const auto step = totp::step_of(*account->device_key, *typed.code, now, account->code_step_used);
        if (!step) return wrong(typed.person, now);
        account->code_step_used = *step;
    }
    const bool counted = account->wrong || account->shut_until;
    account->wrong.reset();
    account->shut_until.reset();
    if (account->device_key || counted) keep(*account);
    tries_.erase(typed.person.str());
    return Checked{proof(now, account->device_key.has_value()), *std::move(password)};
}

Result<Proof> Accounts::sign_in(const Typed& typed, Time now) {
    auto right = checked(typed, now);
    if (!right) return right.error();
    return std::move(right->proof);
}

Result<Proof> Accounts::change_password(const Typed& typed, std::string_view next, Time now) {
    if (auto refusal = refusal_of_password(next)) return *std::move(refusal);
    auto right = checked(typed, now);
    if (!right) return right.error();
    const auto hashed = hash_password(next);
    const std::lock_guard lock(mutex_);
    auto account = read(typed.person);
    if (!account || account->password != right->password) return refused();
    account->password = hashed;
    account->slip.reset();
    account->slip_until.reset();
    keep(*account);
    return std::move(right->proof);
}

Result<std::string> Accounts::propose_device(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    auto account = read(person);
    if (!account || !account->password) return refused();
    account->device_proposed = totp::new_key();
    keep(*account);
    return *account->device_proposed;
}

Result<Proof> Accounts::confirm_device(const PersonCode& person, std::string_view code, Time now) {
    const std::lock_guard lock(mutex_);
    if (auto refusal = shut(person, now)) return *std::move(refusal);
    auto account = read(person);
    if (!account || !account->device_proposed) return refused();
    const auto step = totp::step_of(*account->device_proposed, code, now, 0);
    if (!step) return wrong(person, now);
    account->device_key = std::exchange(account->device_proposed, std::nullopt);
    account->code_step_used = *step;
    keep(*account);
    return proof(now, true);
}

Result<Proof> Accounts::remove_device(const Typed& typed, Time now) {
    auto right = checked(typed, now);
    if (!right) return right.error();
    const std::lock_guard lock(mutex_);
    auto account = read(typed.person);
    if (!account || account->password != right->password) return refused();
    account->device_key.reset();
    account->device_proposed.reset();
    keep(*account);
    return std::move(right->proof);
}

bool Accounts::has_password(const PersonCode& person) const {
    const std::lock_guard lock(mutex_);
    const auto account = read(person);
    return account && account->password;
}

bool Accounts::has_device(const PersonCode& person) const {
    const std::lock_guard lock(mutex_);
    const auto account = read(person);
    return account && account->device_key;
}

bool Accounts::was_shut(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    const auto found = tries_.find(person.str());
    return found != tries_.end() && std::exchange(found->second.is_untold, false);
}

void Accounts::close(const PersonCode& person) {
    const std::lock_guard lock(mutex_);
    tries_.erase(person.str());
    std::error_code error;
    std::filesystem::remove(file_of(person), error);
}

}  // namespace minhbach::api::sign_in
