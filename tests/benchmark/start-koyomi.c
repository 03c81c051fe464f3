/* Koyomi itself, telling when its first frame has been painted. */

#include "first-frame.h"
#include "koyomi-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(KoyomiApplication) application = koyomi_application_new ();

  /* Several of them run at once. */
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
  first_frame_watch (GTK_APPLICATION (application));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
