/* Koyomi itself, telling when its first frame has been painted. */

#include "first-frame.h"
#include "koyomi-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(KoyomiApplication) application = koyomi_application_new ();

  first_frame_watch (GTK_APPLICATION (application));

  return g_application_run (G_APPLICATION (application), argc, argv);
}
