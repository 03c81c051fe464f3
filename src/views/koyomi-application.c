#include "koyomi-application.h"

#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-window.h"

#include <glib-unix.h>
#include <libintl.h>
#include <locale.h>

struct _KoyomiApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
  KoyomiLanguage  language;
};

G_DEFINE_FINAL_TYPE (KoyomiApplication, koyomi_application, ADW_TYPE_APPLICATION)

/* GTK's own texts, such as those of its file chooser, come from gettext, which reads LANGUAGE unless the locale is plain C. A new
 * binding makes it forget what it has looked up. */
static void
apply_language (KoyomiLanguage language)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("LANGUAGE", koyomi_language_get_code (language), TRUE);
  bindtextdomain ("koyomi", "/");
}

static KoyomiLanguage
choose_language (GSettings *settings)
{
  g_autofree char *code = g_settings_get_string (settings, "language");
  KoyomiLanguage language;

  return koyomi_language_from_code (code, &language) ? language : koyomi_language_from_locale ();
}

static void
language_changed_cb (KoyomiApplication *self)
{
  KoyomiLanguage language = choose_language (self->settings);

  if (language == self->language)
    return;

  self->language = language;
  apply_language (language);
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      koyomi_window_set_language (item->data, language);
}

static void
colour_scheme_changed_cb (KoyomiApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "colour-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT :
                                      g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
}

static gboolean
quit_cb (gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (data), "quit", NULL);

  return G_SOURCE_CONTINUE;
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *item = windows; item != NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      gtk_window_close (item->data);

  g_application_quit (G_APPLICATION (data));
}

static KoyomiWindow *
find_window (KoyomiApplication *self,
             GFile             *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      {
        KoyomiSession *session = koyomi_window_get_session (item->data);
        g_autoptr(GFile) other = session != NULL ? g_file_new_for_path (koyomi_session_get_path (session)) : NULL;

        if (file != NULL ? other != NULL && g_file_equal (file, other) : session == NULL)
          return item->data;
      }

  return NULL;
}

static KoyomiWindow *
make_window (KoyomiApplication *self)
{
  KoyomiWindow *window = koyomi_window_new (ADW_APPLICATION (self), self->settings, self->language);
  g_autoptr(GtkWindowGroup) group = gtk_window_group_new ();

  /* A dialog is modal for its own plan only. */
  gtk_window_group_add_window (group, GTK_WINDOW (window));

  return window;
}

/**
 * koyomi_application_open_plan:
 * @window: (nullable): whose start page asked for it, and over which an error is told
 *
 * Shows the plan: in the window that has it already, in one with a start page, or in a new one.
 *
 * Returns: FALSE when the file was refused; that has been told then
 */
gboolean
koyomi_application_open_plan (KoyomiApplication *self,
                              GFile             *file,
                              GtkWindow         *window)
{
  KoyomiWindow *target = find_window (self, file);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (KOYOMI_IS_APPLICATION (self), FALSE);

  if (target != NULL)
    {
      gtk_window_present (GTK_WINDOW (target));
      return TRUE;
    }

  session = koyomi_session_open (path, FALSE, NULL, &error);
  target = find_window (self, NULL);
  if (target == NULL && (session != NULL || window == NULL))
    target = make_window (self);

  if (session != NULL)
    koyomi_window_set_session (target, session);
  else if (koyomi_window_get_session (target) == NULL)
    koyomi_window_set_session (target, NULL);
  gtk_window_present (GTK_WINDOW (target));

  if (session == NULL)
    koyomi_error_dialog_present (window != NULL ? window : GTK_WINDOW (target), self->language,
                                 koyomi_tr (self->language, "The plan was not opened"), path, error);

  return session != NULL;
}

static void
koyomi_application_activate (GApplication *application)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (application);
  KoyomiWindow *window = find_window (self, NULL);

  if (window == NULL)
    {
      window = make_window (self);
      koyomi_window_set_session (window, NULL);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
koyomi_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    koyomi_application_open_plan (KOYOMI_APPLICATION (application), files[i], NULL);
}

/* --today is for pictures and tests: a calendar looks different every day. */
static int
koyomi_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  const char *today = NULL;
  g_autoptr(GError) error = NULL;
  guint32 day;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Koyomi %s\n", KOYOMI_VERSION);
      return 0;
    }

  if (!g_variant_dict_lookup (options, "today", "&s", &today))
    return -1;

  if ((day = koyomi_day_parse (today, &error)) == KOYOMI_DAY_NONE)
    {
      g_printerr ("koyomi: --today: %s\n", error->message);
      return 2;
    }
  koyomi_day_set_today (day);

  return -1;
}

static void
koyomi_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "quit", quit_action },
  };

  KoyomiApplication *self = KOYOMI_APPLICATION (application);

  G_APPLICATION_CLASS (koyomi_application_parent_class)->startup (application);

  self->settings = g_settings_new (KOYOMI_APPLICATION_ID);
  self->language = choose_language (self->settings);
  apply_language (self->language);
  colour_scheme_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (colour_scheme_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", (const char *[]) { "<Control>w", NULL });
  g_unix_signal_add (SIGTERM, quit_cb, self);
  g_unix_signal_add (SIGINT, quit_cb, self);
  g_unix_signal_add (SIGHUP, quit_cb, self);
}

static void
koyomi_application_finalize (GObject *object)
{
  g_clear_object (&KOYOMI_APPLICATION (object)->settings);

  G_OBJECT_CLASS (koyomi_application_parent_class)->finalize (object);
}

static void
koyomi_application_class_init (KoyomiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = koyomi_application_finalize;
  application_class->activate = koyomi_application_activate;
  application_class->open = koyomi_application_open;
  application_class->startup = koyomi_application_startup;
  application_class->handle_local_options = koyomi_application_handle_local_options;
}

static void
koyomi_application_init (KoyomiApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, "Print the version and exit", NULL },
    { "today", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, "Take another day for today", "YYYY-MM-DD" },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), "[FILE…]");
}

KoyomiApplication *
koyomi_application_new (void)
{
  return g_object_new (KOYOMI_TYPE_APPLICATION,
                       "application-id", KOYOMI_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/app/koyomi/Koyomi",
                       NULL);
}

/* The language of all windows. */
KoyomiLanguage
koyomi_application_get_language (KoyomiApplication *self)
{
  g_return_val_if_fail (KOYOMI_IS_APPLICATION (self), KOYOMI_LANGUAGE_EN);

  return self->language;
}

/* Returns: (transfer none): the person's settings, once the application has started */
GSettings *
koyomi_application_get_settings (KoyomiApplication *self)
{
  g_return_val_if_fail (KOYOMI_IS_APPLICATION (self), NULL);

  return self->settings;
}
