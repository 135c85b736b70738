# Takes back what `cmake --install` did, by the list it left in the build; the target `uninstall` runs this.
#   cmake -D MANIFEST=…/install_manifest.txt -P uninstall.cmake
if(NOT EXISTS ${MANIFEST})
    message(FATAL_ERROR "nothing was installed from here: there is no ${MANIFEST}")
endif()
file(STRINGS ${MANIFEST} files)
foreach(file IN LISTS files)
    file(REMOVE $ENV{DESTDIR}${file})
endforeach()

# Of directories, those that are ours alone.
foreach(file IN LISTS files)
    if(file MATCHES "^(.*/share/(doc/)?perfplan)/")
        list(APPEND ours $ENV{DESTDIR}${CMAKE_MATCH_1})
    endif()
endforeach()
list(REMOVE_DUPLICATES ours)
foreach(directory IN LISTS ours)
    file(GLOB_RECURSE left LIST_DIRECTORIES false ${directory}/*)
    if(NOT left)
        file(REMOVE_RECURSE ${directory})
    endif()
endforeach()
file(REMOVE ${MANIFEST})
