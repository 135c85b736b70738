# CPack runs this between installing and packing: what Debian's policy wants beyond `cmake --install`.
set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(documents ${root}/share/doc/${CPACK_PACKAGE_NAME})
set(sources ${CPACK_PERFPLAN_SOURCE}/src/packaging)

# One entry a release. What is new says the upstream changelog beside it.
set(changelog "")
foreach(release IN LISTS CPACK_PERFPLAN_RELEASES)
    string(REGEX MATCH "^(.*), (.*)$" release "${release}")
    set(version ${CMAKE_MATCH_1}-${CPACK_DEBIAN_PACKAGE_RELEASE})
    execute_process(COMMAND date --utc --date=${CMAKE_MATCH_2} --rfc-email
        OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
    if(changelog)
        string(APPEND changelog "\n")
    endif()
    string(APPEND changelog
"${CPACK_PACKAGE_NAME} (${version}) unstable; urgency=medium

  * Release ${CMAKE_MATCH_1}: see changelog.gz.

 -- ${CPACK_DEBIAN_PACKAGE_MAINTAINER}  ${day}
")
endforeach()
file(WRITE ${documents}/changelog.Debian "${changelog}")
file(RENAME ${documents}/CHANGELOG.md ${documents}/changelog)
file(REMOVE ${documents}/LICENSE)  # the copyright file names the copy that Debian ships
file(COPY_FILE ${sources}/copyright ${documents}/copyright)
set(overrides ${root}/share/lintian/overrides)
file(MAKE_DIRECTORY ${overrides})
file(COPY_FILE ${sources}/lintian-overrides ${overrides}/${CPACK_PACKAGE_NAME})

file(GLOB_RECURSE pages ${root}/share/man/*)
execute_process(COMMAND gzip --best --no-name ${pages} ${documents}/changelog ${documents}/changelog.Debian
    COMMAND_ERROR_IS_FATAL ANY)

# Where Debian's zsh looks for the completions of packages.
file(RENAME ${root}/share/zsh/site-functions ${root}/share/zsh/vendor-completions)

# Readable for all, whatever the umask of whoever builds.
file(GLOB_RECURSE installed LIST_DIRECTORIES true ${root}/*)
foreach(path IN LISTS root installed)
    set(permissions OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
    if(IS_DIRECTORY ${path} OR path MATCHES "/bin/")
        list(APPEND permissions OWNER_EXECUTE GROUP_EXECUTE WORLD_EXECUTE)
    endif()
    file(CHMOD ${path} PERMISSIONS ${permissions})
endforeach()
