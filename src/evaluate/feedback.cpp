#include <perfplan/evaluate/feedback.hpp>

namespace perfplan {

Feedback feedback(const Journal& journal, Date as_of) {
    Feedback result;
    for (const JournalEntry& entry : journal) {
        const auto says = polarity(entry.record.kind);
        if (says && is_known_on(entry.record, as_of)) {
            result.positive += *says == Polarity::positive ? 1 : 0;
            result.neutral += *says == Polarity::neutral ? 1 : 0;
            result.negative += *says == Polarity::negative ? 1 : 0;
        }
    }
    return result;
}

}  // namespace perfplan
