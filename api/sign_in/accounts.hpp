// Local accounts: how people sign in where there is no provider. The unit gives out a slip with a one-time code; with
// it the person chooses a password, and later a device for one-time codes. DIR/accounts/<person>.json holds what is
// needed to check them, readable by the owner of the store alone. No e-mail, no telephone.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "api/sign_in/secrets.hpp"
#include "api/sign_in/signed_in.hpp"
#include "events/files.hpp"
#include "events/result.hpp"

namespace minhbach::api::sign_in {

struct AccountRules {
    std::size_t password_characters_min = 10;
    std::size_t password_bytes_max = 256;
    int tries_max = 5;                         // wrong ones in a row; then the account is shut for a while
    std::chrono::seconds shut_first{60};       // doubled with each further wrong one ...
    std::chrono::seconds shut_longest{3'600};  // ... up to this
    std::chrono::hours slip_lasts{7 * 24};
    std::chrono::hours second_within{24};  // for slips that two persons give out
};

struct Account {
    PersonCode person;
    std::optional<std::string> slip;  // hash of the code, until it is used
    std::optional<Time> slip_until;
    std::optional<HashedPassword> password;
    std::optional<std::string> device_key;       // of the one-time codes, once a code of it was given
    std::optional<std::string> device_proposed;  // shown to the person; nothing rests on it yet
    std::int64_t code_step_used = 0;             // a code works once
    // Who asked for a slip although there is a password: somebody else gives it out.
    std::optional<PersonCode> slip_asked_by;
    std::optional<Time> slip_asked_at;
    // Wrong attempts since the last right one, and until when they shut the account: a restart undoes neither.
    std::optional<int> wrong;
    std::optional<Time> shut_until;
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (person, slip, slip_until, password, device_key, device_proposed, code_step_used, slip_asked_by,
                       slip_asked_at, wrong, shut_until))

// What somebody typed.
struct Typed {
    PersonCode person;
    std::string password;
    std::optional<std::string> code;
};

// Thread-safe, also beside another process that has the same folder; each check of a password takes some 100 ms of a
// processor and 32 MiB.
class Accounts {
public:
    explicit Accounts(std::filesystem::path directory, AccountRules rules = {});

    // A new slip, which ends the one before. A person who has a password already could be impersonated by whoever gives
    // out slips: then the first who asks gets nothing, and another who asks within a day gets the slip. The password
    // stays good until the slip is used.
    std::optional<std::string> issue_slip(const PersonCode& person, const PersonCode& by, Time now);
    // On the machine itself, by whoever owns the store.
    std::string issue_slip(const PersonCode& person, Time now);
    // The slip is used up, the password is set and devices are forgotten. `sign-in-refused` for every wrong slip and
    // every person without one alike; `invalid-field` for a password that may not be.
    Result<Proof> redeem(const PersonCode& person, std::string_view slip, std::string_view password, Time now);
    // `sign-in-refused` for whatever is wrong, and no sooner for a person without an account; `code-required` if the
    // password is right and a device's code is missing; `sign-in-shut` after too many wrong ones, right or not.
    Result<Proof> sign_in(const Typed& typed, Time now);
    Result<Proof> change_password(const Typed& typed, std::string_view next, Time now);

    // A key for the person's device; it counts from `confirm_device` on. `sign-in-refused` without an account.
    Result<std::string> propose_device(const PersonCode& person);
    Result<Proof> confirm_device(const PersonCode& person, std::string_view code, Time now);
    Result<Proof> remove_device(const Typed& typed, Time now);

    bool has_password(const PersonCode& person) const;
    bool has_device(const PersonCode& person) const;
    // Whether wrong tries have shut it since this was asked last: for the ledger, which is told of it once.
    bool was_shut(const PersonCode& person);
    void close(const PersonCode& person);  // forgets everything, e.g. after an erasure

private:
    struct Tries {
        int wrong = 0;
        Time shut_until;
        bool is_untold = false;  // nobody has asked since it was shut
    };
    // What was right, and with which password: another may be set before the next step.
    struct Checked {
        Proof proof;
        HashedPassword password;
    };

    std::filesystem::path file_of(const PersonCode& person) const;
    std::optional<Account> read(const PersonCode& person) const;
    void keep(const Account& account) const;
    std::string give_slip(Account account, Time now) const;
    std::optional<Refusal> refusal_of_password(std::string_view password) const;
    Result<Checked> checked(const Typed& typed, Time now);
    std::optional<Refusal> shut(const PersonCode& person, Time now) const;
    Tries tries_of(const PersonCode& person) const;
    void keep_tries(const PersonCode& person, const Tries& tries) const;
    Refusal wrong(const PersonCode& person, Time now);

    const std::filesystem::path directory_;
    const AccountRules rules_;
    // Of the files, which another process gives out slips in, and of `tries_`; never held while hashing.
    mutable events::FileMutex mutex_{directory_ / "lock"};
    std::unordered_map<std::string, Tries> tries_;  // by person, whether there is an account or not
};

}  // namespace minhbach::api::sign_in
