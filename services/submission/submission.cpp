#include "services/submission/submission.hpp"

#include <stdexcept>

namespace minhbach::services::submission {

void Submission::apply(const events::Recorded& recorded) {
    if (std::holds_alternative<Erased>(recorded.event)) return;
    if (const auto* submitted = std::get_if<FileSubmitted>(&recorded.event)) {
        file = *submitted;
        status = FileStatus::submitted;
        submitted_at = recorded.record.recorded_at;
    } else if (std::holds_alternative<FileReturned>(recorded.event)) {
        status = FileStatus::returned;
    } else if (std::holds_alternative<FileAccepted>(recorded.event)) {
        status = FileStatus::accepted;
    } else {
        throw std::logic_error("not an event of a submission: " + recorded.record.type);
    }
}

}  // namespace minhbach::services::submission
