#include <sanitizer/lsan_interface.h>

/* GLib's table of quarks is made as GLib is loaded, and lost once a program has more than 2048 of them: readers take no lock, so it may not
 * be freed. Which program comes that far lies with the classes and signals of the libraries. What is allocated while the program and its
 * libraries are loaded is therefore nobody's leak. */
typedef void (*LoadFunc) (void);

__attribute__((constructor))
static void
end_loading (void)
{
  __lsan_enable ();
}

/* Runs before any library. */
__attribute__((section (".preinit_array"), used))
static const LoadFunc begin_loading = __lsan_disable;
