// Random secrets, and what is kept of secrets that people choose.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>

#include "events/vocabulary/text.hpp"

namespace minhbach::api::sign_in {

// `prefix` and 256 random bits in hex. Throws std::runtime_error without randomness.
std::string random_secret(std::string_view prefix);
// Ten characters in two groups that are hard to mistake for one another on paper, 48 random bits: "K7QMX-2HRWF".
std::string random_slip();
// What a person types of it: case and separators do not matter.
std::string slip_as_issued(std::string_view typed);

std::string hash_of_secret(std::string_view secret);  // SHA-256 in hex: enough for what is random

// Of a password: scrypt (RFC 7914) with N = 2^15, r = 8, p = 1 by default, 32 MiB and some 100 ms each time.
struct HashedPassword {
    std::string salt;  // hex
    std::string hash;  // hex
    int log_n = 15;
    int r = 8;
    int p = 1;
    friend bool operator==(const HashedPassword&, const HashedPassword&) = default;
};
BOOST_DESCRIBE_STRUCT(HashedPassword, (), (salt, hash, log_n, r, p))

HashedPassword hash_password(std::string_view password);
bool is_password(const HashedPassword& kept, std::string_view password);
// Takes as long as is_password: whether there is an account must not be seen by the time.
void pretend_to_check(std::string_view password);

bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace minhbach::api::sign_in
