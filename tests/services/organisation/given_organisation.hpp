// The small province on 20/11/2023, and the reason that corrections of it give.
#pragma once

#include "given.hpp"
#include "given_province.hpp"

namespace minhbach::services::organisation {

inline const auto kReason = Text::of("Nhập sai khi đăng ký");

inline Given province() {
    return given(a_province()).at("2023-11-20T08:00");
}

}  // namespace minhbach::services::organisation
