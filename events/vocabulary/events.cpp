#include "events/vocabulary/events.hpp"

#include <memory>

namespace minhbach {
namespace {

// So that an assignment that has ended one event always begins the next.
template <class... Ts>
constexpr bool all_move_without_fail(boost::mp11::mp_list<Ts...>) {
    return (std::is_nothrow_move_constructible_v<Ts> && ...);
}
static_assert(all_move_without_fail(EventTypes{}));

}  // namespace

Event::Event(const Event& other) : index_(other.index_) {
    visit([&]<class T>(const T& event) { ::new (static_cast<void*>(bytes_)) T(event); }, other);
}

Event::Event(Event&& other) noexcept : index_(other.index_) {
    visit([&]<class T>(T& event) { ::new (static_cast<void*>(bytes_)) T(std::move(event)); }, other);
}

Event& Event::operator=(const Event& other) {
    return *this = Event(other);
}

Event& Event::operator=(Event&& other) noexcept {
    if (this == &other) return *this;
    std::destroy_at(this);
    return *std::construct_at(this, std::move(other));
}

Event::~Event() {
    visit([]<class T>(T& event) { std::destroy_at(&event); }, *this);
}

bool operator==(const Event& left, const Event& right) {
    if (left.index_ != right.index_) return false;
    return visit([&]<class T>(const T& event) { return event == *right.as<T>(); }, left);
}

}  // namespace minhbach
