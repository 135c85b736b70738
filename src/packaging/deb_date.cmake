# CPack reads this before it packs: all of the package is of the day of the release, so that the same sources give
# the same bytes, whoever builds them and when.
file(STRINGS ${CPACK_PERFPLAN_SOURCE}/CHANGELOG.md CPACK_PERFPLAN_RELEASES REGEX "^## [0-9.]+, [0-9-]+$")
list(TRANSFORM CPACK_PERFPLAN_RELEASES REPLACE "^## " "")
list(GET CPACK_PERFPLAN_RELEASES 0 newest)
if(NOT newest MATCHES "^([0-9.]+), (.*)$" OR NOT CMAKE_MATCH_1 STREQUAL CPACK_PACKAGE_VERSION)
    message(FATAL_ERROR "the newest release in CHANGELOG.md is '${newest}', not ${CPACK_PACKAGE_VERSION}")
endif()
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(COMMAND date --utc --date=${CMAKE_MATCH_2} +%s
        OUTPUT_VARIABLE epoch OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    set(ENV{SOURCE_DATE_EPOCH} ${epoch})
endif()
