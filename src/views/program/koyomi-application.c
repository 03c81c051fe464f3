#include "koyomi-application.h"

#include "koyomi-about.h"
#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-error-dialog.h"
#include "koyomi-new-plan-dialog.h"
#include "koyomi-plan-chooser.h"
#include "koyomi-preferences.h"
#include "koyomi-recent-plans.h"
#include "koyomi-refusal.h"
#include "koyomi-sample.h"
#include "koyomi-window.h"
#include "koyomi-work.h"

#include <glib-unix.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

struct _KoyomiApplication
{
  AdwApplication  parent_instance;

  GSettings      *settings;
  KoyomiLanguage  language;
  char           *system_zone;   /* what TZ said when the program was started; NULL for nothing */
  char           *auditor;       /* whom every plan is shown to; NULL for whoever works with it */
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

/* GLib and the C library reckon in the zone that TZ names, so that the whole program shows one. */
static void
zone_changed_cb (KoyomiApplication *self)
{
  g_autofree char *zone = g_settings_get_string (self->settings, "time-zone");

  if (*zone != '\0')
    g_setenv ("TZ", zone, TRUE);
  else if (self->system_zone != NULL)
    g_setenv ("TZ", self->system_zone, TRUE);
  else
    g_unsetenv ("TZ");
  tzset ();

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      koyomi_window_check_day (item->data);
}

static void
flush (KoyomiApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      koyomi_window_flush (item->data);
}

static gboolean
quit_cb (gpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (data), "quit", NULL);

  return G_SOURCE_CONTINUE;
}

/* Returns: (transfer none) (nullable): the window that shows the plan at @path, to an auditor or not, or with NULL one that shows none */
static KoyomiWindow *
find_window (KoyomiApplication *self,
             const char        *path,
             gboolean           for_auditor)
{
  char *real = path != NULL ? realpath (path, NULL) : NULL;
  KoyomiWindow *found = NULL;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL && found == NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      {
        KoyomiSession *session = koyomi_window_get_session (item->data);

        if (path == NULL ? session == NULL : session != NULL && koyomi_session_is_for_auditor (session) == for_auditor &&
            g_strcmp0 (real, koyomi_session_get_path (session)) == 0)
          found = item->data;
      }
  free (real);

  return found;
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

/* The sample company is nobody's plan, and an auditor does not come back to one. */
static void
note_recent (KoyomiApplication *self,
             KoyomiSession     *session)
{
  KoyomiRecord *plan = koyomi_session_get_plan (session);

  if (!koyomi_sample_is (session) && !koyomi_session_is_for_auditor (session))
    koyomi_recent_plans_add (self->settings, koyomi_session_get_path (session),
                             koyomi_record_get_text (plan, KOYOMI_PLAN_ORGANISATION));
}

/**
 * koyomi_application_open_plan:
 * @window: (nullable): whose start page asked for it, and over which an error is told
 *
 * Shows the plan: in the window that has it already, in one with a start page, or in a new one.
 *
 * A program that was started for an auditor shows every plan as it is shown to one.
 *
 * Returns: FALSE when the file was refused; that has been told then
 */
gboolean
koyomi_application_open_plan (KoyomiApplication *self,
                              GFile             *file,
                              GtkWindow         *window)
{
  g_autofree char *path = g_file_get_path (file);
  KoyomiWindow *target;
  g_autoptr(KoyomiSession) session = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (KOYOMI_IS_APPLICATION (self), FALSE);

  /* What is not on a disk of this machine has no path. */
  if (path == NULL)
    path = g_file_get_uri (file);

  if ((target = find_window (self, path, self->auditor != NULL)) != NULL)
    {
      gtk_window_present (GTK_WINDOW (target));
      return TRUE;
    }

  session = self->auditor != NULL ? koyomi_session_open_for_auditor (path, self->auditor, NULL, &error) :
            koyomi_session_open (path, FALSE, NULL, &error);
  target = find_window (self, NULL, FALSE);
  if (target == NULL && (session != NULL || window == NULL))
    target = make_window (self);

  if (session != NULL)
    {
      note_recent (self, session);
      koyomi_window_set_session (target, session);
    }
  else if (target != NULL)
    koyomi_window_set_session (target, NULL);
  if (session != NULL || window == NULL)
    gtk_window_present (GTK_WINDOW (target));

  if (session == NULL)
    koyomi_refusal_present (window != NULL ? window : GTK_WINDOW (target), self->language, path, error);

  return session != NULL;
}

/**
 * koyomi_application_show_to_auditor:
 * @session: which goes on as it is
 * @auditor: the name; "" for none
 *
 * Shows the plan as it stands now in a second window, as an auditor is shown it; in the one that was opened for that before.
 */
gboolean
koyomi_application_show_to_auditor (KoyomiApplication  *self,
                                    KoyomiSession      *session,
                                    const char         *auditor,
                                    GError            **error)
{
  g_autoptr(KoyomiSession) shown = NULL;
  KoyomiWindow *target;

  g_return_val_if_fail (KOYOMI_IS_APPLICATION (self), FALSE);

  if ((shown = koyomi_session_copy_for_auditor (session, auditor, NULL, error)) == NULL)
    return FALSE;

  if ((target = find_window (self, koyomi_session_get_path (session), TRUE)) == NULL)
    target = make_window (self);
  koyomi_window_set_session (target, shown);
  gtk_window_present (GTK_WINDOW (target));

  return TRUE;
}

/* Returns: (transfer none): a window for a dialog to stand over: the one in front, or a new one with the start page */
GtkWindow *
koyomi_application_get_parent (KoyomiApplication *self)
{
  GtkWindow *window;

  g_return_val_if_fail (KOYOMI_IS_APPLICATION (self), NULL);

  for (window = gtk_application_get_active_window (GTK_APPLICATION (self));
       window != NULL && !KOYOMI_IS_WINDOW (window);
       window = gtk_window_get_transient_for (window))
    ;

  if (window == NULL)
    {
      g_application_activate (G_APPLICATION (self));
      window = GTK_WINDOW (find_window (self, NULL, FALSE));
    }

  return window;
}

/* The last window takes the program with it, once long work has ended. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  if (windows == NULL)
    g_application_quit (G_APPLICATION (data));

  for (GList *item = windows; item != NULL; item = item->next)
    if (KOYOMI_IS_WINDOW (item->data))
      gtk_window_close (item->data);
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (data);

  koyomi_new_plan_dialog_present (koyomi_application_get_parent (self), self->settings, self->language);
}

static void
open_chosen_cb (GFile    *file,
                gpointer  data)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (data);

  koyomi_application_open_plan (self, file, koyomi_application_get_parent (self));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (data);

  koyomi_plan_chooser_open (koyomi_application_get_parent (self), self->settings, self->language, open_chosen_cb, self, NULL);
}

typedef struct
{
  char           *path;
  KoyomiLanguage  language;
} Sample;

static void
free_sample (gpointer data)
{
  Sample *sample = data;

  g_free (sample->path);
  g_free (sample);
}

static gboolean
make_sample (gpointer             data,
             KoyomiProgressFunc   progress,
             gpointer             progress_data,
             GCancellable        *cancellable,
             GError             **error)
{
  const Sample *sample = data;

  return koyomi_sample_make (sample->path, sample->language, cancellable, error);
}

static void
sample_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  const Sample *sample = data;
  KoyomiApplication *self = KOYOMI_APPLICATION (g_application_get_default ());
  GtkWindow *window = koyomi_application_get_parent (self);
  g_autoptr(GFile) file = g_file_new_for_path (sample->path);
  g_autoptr(GError) error = NULL;

  if (koyomi_work_finish (result, &error))
    koyomi_application_open_plan (self, file, window);
  else
    koyomi_error_dialog_present (window, self->language, koyomi_tr (self->language, "The sample company was not made"), sample->path,
                                 error);
}

static void
sample_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (data);
  Sample *sample = g_new0 (Sample, 1);

  sample->path = koyomi_sample_name_file ();
  sample->language = self->language;
  koyomi_work_run (koyomi_application_get_parent (self), self->language, koyomi_tr (self->language, "Making the sample company"),
                   make_sample, sample, free_sample, sample_made_cb, sample);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (data);

  koyomi_preferences_present (KOYOMI_WINDOW (koyomi_application_get_parent (self)), self->settings, self->language, NULL);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (data);

  koyomi_about_present (koyomi_application_get_parent (self), self->language);
}

static void
koyomi_application_activate (GApplication *application)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (application);
  KoyomiWindow *window = find_window (self, NULL, FALSE);

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

/* A program of its own, that leaves one alone in which somebody works. */
static void
start_for_auditor (KoyomiApplication *self,
                   const char        *name)
{
  GApplication *application = G_APPLICATION (self);

  self->auditor = g_strdup (name);
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
}

/* --today is for pictures and tests: a calendar looks different every day. */
static int
koyomi_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  const char *today = NULL;
  const char *auditor = "";
  guint32 day;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Koyomi %s\n", KOYOMI_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "auditor-name", "&s", &auditor) || g_variant_dict_contains (options, "auditor"))
    start_for_auditor (KOYOMI_APPLICATION (application), auditor);

  if (!g_variant_dict_lookup (options, "today", "&s", &today))
    return -1;

  if ((day = koyomi_day_parse (today, NULL)) == KOYOMI_DAY_NONE)
    {
      g_printerr ("koyomi: %s\n", koyomi_tr (koyomi_language_from_locale (), "--today wants a day such as 2026-11-22"));
      return 2;
    }
  koyomi_day_set_today (day);

  return -1;
}

/* GTK reads a theme together with the display's settings, and a moment later libadwaita puts its own in the place of that. So GTK is
 * given ui/no-theme.css to read, unless somebody asks for a theme. */
static gboolean
open_display (void)
{
  gboolean opened;

  if (g_getenv ("GTK_THEME") != NULL)
    return gtk_init_check ();

  g_setenv ("GTK_THEME", "koyomi-none", TRUE);
  opened = gtk_init_check () && gtk_settings_get_default () != NULL;
  g_unsetenv ("GTK_THEME");

  return opened;
}

/* Otherwise GTK would end the program with a line for its log. */
static void
require_display (void)
{
  if (open_display ())
    return;

  g_printerr ("koyomi: %s\n", koyomi_tr (koyomi_language_from_locale (),
                                         "There is no display to open a window on. koyomi-cli works without one."));
  exit (KOYOMI_APPLICATION_NO_DISPLAY);
}

/* What is made would only be shown to be read. */
static void
disable_making (KoyomiApplication *self)
{
  static const char * const names[] = { "new", "sample" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])), FALSE);
}

static void
koyomi_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "new", new_action },
    { "open", open_action },
    { "sample", sample_action },
    { "preferences", preferences_action },
    { "about", about_action },
    { "quit", quit_action },
  };
  static const struct
  {
    const char *action;
    const char *keys[2];
  } keys[] = {
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
    { "win.show-help-overlay", { "<Control>question" } },
  };

  KoyomiApplication *self = KOYOMI_APPLICATION (application);

  require_display ();
  G_APPLICATION_CLASS (koyomi_application_parent_class)->startup (application);

  self->settings = g_settings_new (KOYOMI_APPLICATION_ID);
  self->language = choose_language (self->settings);
  apply_language (self->language);
  colour_scheme_changed_cb (self);
  zone_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (language_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (colour_scheme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::time-zone", G_CALLBACK (zone_changed_cb), self, G_CONNECT_SWAPPED);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  if (self->auditor != NULL)
    disable_making (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
  g_signal_connect (self, "query-end", G_CALLBACK (flush), NULL);
  g_unix_signal_add (SIGTERM, quit_cb, self);
  g_unix_signal_add (SIGINT, quit_cb, self);
  g_unix_signal_add (SIGHUP, quit_cb, self);
}

static void
koyomi_application_finalize (GObject *object)
{
  KoyomiApplication *self = KOYOMI_APPLICATION (object);

  g_clear_object (&self->settings);
  g_free (self->system_zone);
  g_free (self->auditor);

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

/* The help is told before the settings are read: in the language of the locale. */
static void
koyomi_application_init (KoyomiApplication *self)
{
  KoyomiLanguage language = koyomi_language_from_locale ();
  const GOptionEntry options[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, koyomi_tr (language, "Print the version and exit"), NULL },
    { "auditor", 0, 0, G_OPTION_ARG_NONE, NULL, koyomi_tr (language, "Show plans to an auditor: read only, without drafts"), NULL },
    { "auditor-name", 0, 0, G_OPTION_ARG_STRING, NULL, koyomi_tr (language, "Likewise, and print that name on every page"),
      koyomi_tr (language, "NAME") },
    { "today", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { NULL },
  };

  self->system_zone = g_strdup (g_getenv ("TZ"));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), koyomi_tr (language, "[PLAN …]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            koyomi_tr (language, "Shows plans, each in a window of its own, or asks which."));
}

KoyomiApplication *
koyomi_application_new (void)
{
  return g_object_new (KOYOMI_TYPE_APPLICATION,
                       "application-id", KOYOMI_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,
                       "resource-base-path", "/app/koyomi/Koyomi",
                       NULL);
}

/* Returns: (transfer none): the program that @window, or the window that it stands over, belongs to */
KoyomiApplication *
koyomi_application_of_window (GtkWindow *window)
{
  while (gtk_window_get_application (window) == NULL && gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);

  return KOYOMI_APPLICATION (gtk_window_get_application (window));
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
