// How large the parts of charts are, in units of the drawing.
#pragma once

namespace perfplan::chart_sizes {

inline constexpr double text_size = 12;
inline constexpr double column_width = 7.4;  // of the widest system fonts, digits included
inline constexpr double line_height = 14;
inline constexpr double descent = 3;

inline constexpr double full_width = 400;
inline constexpr double full_height = 220;
inline constexpr double small_width = 160;
inline constexpr double small_height = 56;
inline constexpr double milestone_height = 78;

inline constexpr double most_left = 90;    // of the labels of the axis
inline constexpr double most_right = 130;  // of the labels at the ends of lines
inline constexpr double gap = 6;

}  // namespace perfplan::chart_sizes
