// Copies that Windows, editors and sync tools leave beside a file.
#pragma once

#include <string_view>

namespace perfplan::model {

/// True for the name of such a copy: "plan (1).yaml", "plan - Copy.yaml", "plan (Mia's conflicted
/// copy 2026-10-05).yaml", "plan.sync-conflict-20261005-….yaml", "plan-DESKTOP-4F2K.yaml",
/// "plan.yaml.orig", "plan.yaml~", "plan_conflict-20261005.yaml".
bool is_conflict_copy(std::string_view name);

}  // namespace perfplan::model
