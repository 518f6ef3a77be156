#include "events/vocabulary/level.hpp"

#include <cstdlib>

namespace minhbach {

// No default cases: a new enumerator must not be forgotten. A value outside the enumeration is memory gone wrong.
std::string_view vietnamese(Level level) {
    switch (level) {
        case Level::excellent:
            return "Hoàn thành xuất sắc nhiệm vụ";
        case Level::good:
            return "Hoàn thành tốt nhiệm vụ";
        case Level::completed:
            return "Hoàn thành nhiệm vụ";
        case Level::not_completed:
            return "Không hoàn thành nhiệm vụ";
    }
    std::abort();
}

std::string_view english(Level level) {
    switch (level) {
        case Level::excellent:
            return "Excellent completion of tasks";
        case Level::good:
            return "Good completion of tasks";
        case Level::completed:
            return "Completion of tasks";
        case Level::not_completed:
            return "Non-completion of tasks";
    }
    std::abort();
}

std::string_view short_vietnamese(Level level) {
    switch (level) {
        case Level::excellent:
            return "HTXSNV";
        case Level::good:
            return "HTTNV";
        case Level::completed:
            return "HTNV";
        case Level::not_completed:
            return "KHTNV";
    }
    std::abort();
}

std::string_view vietnamese(SubjectClass subject_class) {
    switch (subject_class) {
        case SubjectClass::cadre:
            return "Cán bộ";
        case SubjectClass::civil_servant:
            return "Công chức";
        case SubjectClass::public_employee:
            return "Viên chức";
    }
    std::abort();
}

std::string_view english(SubjectClass subject_class) {
    switch (subject_class) {
        case SubjectClass::cadre:
            return "Cadre";
        case SubjectClass::civil_servant:
            return "Civil servant";
        case SubjectClass::public_employee:
            return "Public employee";
    }
    std::abort();
}

}  // namespace minhbach
