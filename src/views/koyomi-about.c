#include "koyomi-about.h"

#include "koyomi-application.h"

#include <adwaita.h>
#include <locale.h>

/* For whoever reports a fault: what the program runs on. */
static char *
describe_system (void)
{
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return g_strdup_printf ("Koyomi %s\nGTK %u.%u.%u (built with %d.%d.%d)\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n%s\n%s %s\n",
                          KOYOMI_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION,
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          os != NULL ? os : "?",
                          G_OBJECT_TYPE_NAME (gdk_display_get_default ()), setlocale (LC_MESSAGES, NULL));
}

static void
add_sources (AdwAboutWindow *about,
             KoyomiLanguage  language)
{
  const char *sources[] = {
    koyomi_tr (language, "CRIC cross-sector forum (CRIC CSF): the security functions and their annual calendar"),
    koyomi_tr (language, "ISOG-J, textbook of the security response organisation: the roles"),
    koyomi_tr (language, "ITU-T X.1060: the services of a cyber defence centre"),
    koyomi_tr (language, "The laws of Japan: public holidays and reporting duties"),
    NULL
  };

  adw_about_window_add_credit_section (about, koyomi_tr (language, "Sources of the reference data"), sources);
}

void
koyomi_about_present (GtkWindow      *parent,
                      KoyomiLanguage  language)
{
  GtkWidget *about = adw_about_window_new ();
  g_autofree char *system = describe_system ();

  g_object_set (about,
                "transient-for", parent,
                "modal", TRUE,
                "application-name", koyomi_tr (language, "Koyomi"),
                "application-icon", KOYOMI_APPLICATION_ID,
                "developer-name", koyomi_tr (language, "The Koyomi project"),
                "version", KOYOMI_VERSION,
                "comments", koyomi_tr (language, "The security year of a company in one file"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "debug-info", system,
                "debug-info-filename", "koyomi-debug-info.txt",
                NULL);
  add_sources (ADW_ABOUT_WINDOW (about), language);
  gtk_window_present (GTK_WINDOW (about));
}
