// Values of any described type with every member set, each with content of its own, so that a member that is dropped,
// swapped or not compared shows. The same every time: golden files are made of them.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "events/codec/json.hpp"
#include "events/vocabulary/events.hpp"

namespace minhbach::sample {

// `everything` sets every optional and puts two items into every list; `least` leaves both empty.
enum class Fill { everything, least };

class Sampler {
public:
    explicit Sampler(Fill fill) : fill_(fill) {}

    template <class T>
    T make() {
        if constexpr (std::is_same_v<T, bool>) {
            return fill_ == Fill::everything;
        } else if constexpr (std::is_integral_v<T>) {
            return static_cast<T>(next() % 100);
        } else if constexpr (json::DescribedEnum<T>) {
            return enumerator<T>();
        } else if constexpr (std::is_same_v<T, Date>) {
            return Date::of("2023-01-01").plus(next());
        } else if constexpr (std::is_same_v<T, Time>) {
            return Time::of("2023-11-28T09:10:00+07:00").plus_millis(next() * 1001);
        } else if constexpr (std::is_same_v<T, Digest>) {
            const auto digits = std::to_string(next());
            return Digest::of(std::string(64 - digits.size(), 'a') + digits);
        } else if constexpr (std::is_same_v<T, Label>) {
            return Label::of("Số " + std::to_string(next()) + "/QĐ-STC, \"trích yếu\"");
        } else if constexpr (std::is_same_v<T, Text>) {
            return Text::of("Nội dung " + std::to_string(next()) + ":\n\tđã hoàn thành 50% \\ nhiệm vụ – “tốt”");
        } else if constexpr (json::ParsedText<T>) {
            return T::of("ma-" + std::to_string(next()));
        } else if constexpr (json::is_optional<T>::value) {
            T result;
            if (fill_ == Fill::everything) result = make<typename T::value_type>();
            return result;
        } else if constexpr (json::is_vector<T>::value) {
            T result;
            for (int i = 0; i < items(); ++i) result.push_back(make<typename T::value_type>());
            return result;
        } else if constexpr (json::is_sections<T>::value) {
            T result;
            using Section = typename decltype(T::items)::value_type;
            for (int i = 0; i < items(); ++i) result.items.push_back(make<Section>());
            return result;
        } else {
            static_assert(json::Described<T>, "describe this type with BOOST_DESCRIBE_STRUCT");
            T result{};
            boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
                auto& place = result.*member.pointer;
                place = make<std::remove_cvref_t<decltype(place)>>();
            });
            return result;
        }
    }

private:
    int next() { return ++drawn_; }
    int items() const { return fill_ == Fill::everything ? 2 : 0; }

    template <class E>
    E enumerator() {
        using Enumerators = boost::describe::describe_enumerators<E>;
        constexpr auto count = boost::mp11::mp_size<Enumerators>::value;
        const auto chosen = static_cast<std::size_t>(next()) % count;
        E result{};
        boost::mp11::mp_with_index<count>(
            chosen, [&](auto i) { result = boost::mp11::mp_at_c<Enumerators, decltype(i)::value>::value; });
        return result;
    }

    Fill fill_;
    int drawn_ = 0;
};

// One of every event type there is, in the order of the Event list.
inline std::vector<Event> events(Fill fill) {
    std::vector<Event> result;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, boost::mp11::mp_rest<EventTypes>>>(
        [&](auto type) { result.emplace_back(Sampler(fill).make<typename decltype(type)::type>()); });
    return result;
}

}  // namespace minhbach::sample
