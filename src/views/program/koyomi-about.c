#include "koyomi-about.h"

#include "koyomi-application.h"
#include "koyomi-ui.h"

#include <adwaita.h>
#include <locale.h>

/* For whoever reports a fault: what the program runs on. */
static char *
describe_system (void)
{
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return g_strdup_printf ("Koyomi %s\nGTK %u.%u.%u (built with %d.%d.%d)\nlibadwaita %u.%u.%u\nGLib %u.%u.%u\n%s\n%s %s",
                          KOYOMI_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION,
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          os != NULL ? os : "?",
                          G_OBJECT_TYPE_NAME (gdk_display_get_default ()), setlocale (LC_MESSAGES, NULL));
}

static void
copy_cb (GtkLabel *system)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (system)), gtk_label_get_text (system));
}

/* AdwAboutWindow speaks the language of the process only, and on many systems none but English. */
void
koyomi_about_present (GtkWindow      *parent,
                      KoyomiLanguage  language)
{
  g_autoptr(GtkBuilder) builder = koyomi_ui_open ("koyomi-about", language);
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  GtkWidget *copy_button = GTK_WIDGET (gtk_builder_get_object (builder, "copy_button"));
  GtkLabel *system = GTK_LABEL (gtk_builder_get_object (builder, "system"));
  g_autofree char *version = g_strdup_printf (koyomi_tr (language, "Version %s"), KOYOMI_VERSION);
  g_autofree char *description = describe_system ();

  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_builder_get_object (builder, "icon")), KOYOMI_APPLICATION_ID);
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "version")), version);
  gtk_label_set_label (system, description);
  g_signal_connect_object (copy_button, "clicked", G_CALLBACK (copy_cb), system, G_CONNECT_SWAPPED);

  gtk_window_set_transient_for (window, parent);
  gtk_window_set_focus (window, copy_button);
  gtk_window_present (window);
}
