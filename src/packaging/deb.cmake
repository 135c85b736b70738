# The Debian package: `cmake --workflow --preset deb` builds it. What CPack leaves undone, finish_deb.cmake does.

set(PERFPLAN_MAINTAINER "perfplan maintainers <maintainers@perfplan.example>" CACHE STRING
    "Who answers for the Debian package")

set(CPACK_GENERATOR DEB)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${PERFPLAN_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION utils)  # as ledger, hledger and taskwarrior
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS git)  # trees live in repositories; nothing but `init --git` runs it
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "performance plans for sales reps, as YAML files in git")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION [[
perfplan keeps what was agreed with a sales rep who missed quota, and what
happened since: goals, skills to build, coaching and feedback, reviews, and
the outcome. A plan is a directory of YAML files that people can read and
edit by hand; perfplan adds to them, computes from them, and never rewrites
what they wrote.
.
Every verdict can explain itself, every listing comes as a table, JSON or
CSV, and many plans can be opened, read and reviewed at once from the
exports of a CRM.]])

set(CPACK_INSTALL_CMAKE_PROJECTS ${PROJECT_BINARY_DIR} perfplan program /)
set(CPACK_PERFPLAN_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/src/packaging/deb_date.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/src/packaging/finish_deb.cmake)
include(CPack)
