#include "evaluate/plan/feedback.hpp"

namespace perfplan::evaluate {

namespace {

void count(Feedback& feedback, const Record& record, Date as_of) {
    const auto says = polarity(record.kind);
    if (says && is_known_on(record, as_of)) {
        feedback.positive += *says == Polarity::positive ? 1 : 0;
        feedback.neutral += *says == Polarity::neutral ? 1 : 0;
        feedback.negative += *says == Polarity::negative ? 1 : 0;
    }
}

}  // namespace

Feedback feedback(const Journal& journal, Date as_of) {
    Feedback result;
    for (const JournalEntry& entry : journal) {
        count(result, entry.record, as_of);
    }
    return result;
}

Feedback shared_feedback(const Journal& journal, Date as_of) {
    Feedback result;
    for (const JournalEntry& entry : journal) {
        if (entry.privacy == Privacy::shared) {
            count(result, entry.record, as_of);
        }
    }
    return result;
}

}  // namespace perfplan::evaluate
