# The library for other programs: header, static library, and what find_package and pkg-config read. Not part of the
# Debian package, which is the program alone.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/perfplan)
install(TARGETS perfplan_library EXPORT perfplan COMPONENT library)
install(DIRECTORY include/perfplan DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT perfplan FILE perfplan-targets.cmake NAMESPACE perfplan:: DESTINATION ${package_dir} COMPONENT library)

configure_package_config_file(src/packaging/perfplan-config.cmake.in generated/perfplan-config.cmake
    INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(generated/perfplan-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/generated/perfplan-config.cmake
    ${PROJECT_BINARY_DIR}/generated/perfplan-config-version.cmake
    DESTINATION ${package_dir} COMPONENT library)

cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
    OUTPUT_VARIABLE PKG_CONFIG_PREFIX)
configure_file(src/packaging/perfplan.pc.in generated/perfplan.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/generated/perfplan.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT library)
