// Reviews, notes, responses and follow-ups in a report.
#pragma once

#include "evaluate/plan/history.hpp"
#include "format/template_view.hpp"

#include <vector>

namespace perfplan::output {

/// A review or a note, as of a day.
struct ReportedRecord {
    const PastRecord& past;
    Date as_of;
};

/// Newest first.
std::vector<ReportedRecord> reviews_in(const std::vector<PastRecord>& records, Date as_of);
std::vector<ReportedRecord> recognition_in(const std::vector<PastRecord>& records, Date as_of);
std::vector<ReportedRecord> notes_in(const std::vector<PastRecord>& records, Date as_of);
/// Oldest first.
std::vector<ReportedRecord> responses_in(const std::vector<PastRecord>& records, Date as_of);
std::vector<ReportedRecord> overrides_in(const std::vector<PastRecord>& records, Date as_of);
/// Records that were edited by hand or written after their day.
std::vector<ReportedRecord> irregular_records_in(const std::vector<PastRecord>& records,
                                                 Date as_of);
const ViewShape<ReportedRecord>& record_shape();

std::vector<FollowUpStatus> follow_ups_in(const std::vector<PastRecord>& records);
const ViewShape<FollowUpStatus>& follow_up_shape();

}  // namespace perfplan::output
