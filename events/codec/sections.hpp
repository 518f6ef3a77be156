// What one document says about several persons (minutes). Each section is sealed under the key of its person, so that
// one person's part can be erased and the others stay; the document itself keeps only the codes.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "events/vocabulary/text.hpp"

namespace minhbach {

template <class T>
struct About {
    PersonCode person;
    std::optional<T> value;  // nothing: erased
    friend bool operator==(const About&, const About&) = default;
    BOOST_DESCRIBE_CLASS(About, (), (person, value), (), ())
};

template <class T>
struct Sections {
    std::vector<About<T>> items;
    friend bool operator==(const Sections&, const Sections&) = default;
};

}  // namespace minhbach
