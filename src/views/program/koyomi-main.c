#include "koyomi-application.h"

#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(KoyomiApplication) application = NULL;

  /* Where the person's locale is not installed, letters are still written as they are. */
  if (setlocale (LC_ALL, "") == NULL)
    setlocale (LC_ALL, "C.UTF-8");

  application = koyomi_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
