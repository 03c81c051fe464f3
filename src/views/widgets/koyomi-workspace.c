#include "koyomi-workspace.h"

#include "koyomi-record-edit.h"

/* Which baseline was last shown is remembered with the plan. */
#define BASELINE_SETTING "calendar-baseline"

struct _KoyomiWorkspace
{
  GObject         parent_instance;

  KoyomiSession  *session;
  KoyomiLanguage  language;
  GSettings      *settings;
  guint           change_id;   /* of the source that will tell of a change; 0 while nothing has changed */
  gint64          baseline;    /* the bookmark that is shown; 0 for none */
};

enum
{
  PROP_BASELINE = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  SIGNAL_FAILED,
  SIGNAL_TOLD,
  SIGNAL_OFFERED,
  SIGNAL_FLUSH,
  SIGNAL_RUN_WANTED,
  SIGNAL_INCIDENT_WANTED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiWorkspace, koyomi_workspace, G_TYPE_OBJECT)

static gboolean
has_bookmark (KoyomiWorkspace *self,
              gint64           bookmark)
{
  g_autoptr(KoyomiRecord) record = koyomi_session_get (self->session, KOYOMI_TABLE_BOOKMARK, bookmark, self->language, NULL);

  return record != NULL;
}

static gboolean
tell_of_change_cb (gpointer data)
{
  KoyomiWorkspace *self = data;

  self->change_id = 0;
  if (self->baseline != 0 && !has_bookmark (self, self->baseline))
    koyomi_workspace_set_baseline (self, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
koyomi_workspace_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  g_value_set_int64 (value, KOYOMI_WORKSPACE (object)->baseline);
}

static void
koyomi_workspace_dispose (GObject *object)
{
  KoyomiWorkspace *self = KOYOMI_WORKSPACE (object);

  g_clear_handle_id (&self->change_id, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (koyomi_workspace_parent_class)->dispose (object);
}

static void
koyomi_workspace_class_init (KoyomiWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_workspace_dispose;
  G_OBJECT_CLASS (klass)->get_property = koyomi_workspace_get_property;

  properties[PROP_BASELINE] = g_param_spec_int64 ("baseline", NULL, NULL, 0, G_MAXINT64, 0,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);

  signals[SIGNAL_FAILED] = g_signal_new ("failed", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_ERROR);
  signals[SIGNAL_TOLD] = g_signal_new ("told", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_OFFERED] = g_signal_new ("offered", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_VARIANT);
  signals[SIGNAL_FLUSH] = g_signal_new ("flush", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RUN_WANTED] = g_signal_new ("run-wanted", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_INCIDENT_WANTED] = g_signal_new ("incident-wanted", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
koyomi_workspace_init (KoyomiWorkspace *self)
{
}

/* Returns: the baseline that was shown when the plan was last looked at, if it is still there */
static gint64
recall_baseline (KoyomiWorkspace *self)
{
  g_autofree char *text = koyomi_session_get_setting (self->session, BASELINE_SETTING);
  gint64 baseline = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;

  return baseline > 0 && has_bookmark (self, baseline) ? baseline : 0;
}

/* Keeps @session and @settings. */
KoyomiWorkspace *
koyomi_workspace_new (KoyomiSession  *session,
                      KoyomiLanguage  language,
                      GSettings      *settings)
{
  KoyomiWorkspace *self = g_object_new (KOYOMI_TYPE_WORKSPACE, NULL);

  self->session = g_object_ref (session);
  self->language = language;
  self->settings = g_object_ref (settings);
  self->baseline = recall_baseline (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (koyomi_workspace_refresh), self, G_CONNECT_SWAPPED);

  return self;
}

KoyomiSession *
koyomi_workspace_get_session (KoyomiWorkspace *self)
{
  g_return_val_if_fail (KOYOMI_IS_WORKSPACE (self), NULL);

  return self->session;
}

KoyomiLanguage
koyomi_workspace_get_language (KoyomiWorkspace *self)
{
  g_return_val_if_fail (KOYOMI_IS_WORKSPACE (self), KOYOMI_LANGUAGE_EN);

  return self->language;
}

GSettings *
koyomi_workspace_get_settings (KoyomiWorkspace *self)
{
  g_return_val_if_fail (KOYOMI_IS_WORKSPACE (self), NULL);

  return self->settings;
}

/* Returns: @text in the language of the views */
const char *
koyomi_workspace_tr (KoyomiWorkspace *self,
                     const char      *text)
{
  return koyomi_tr (koyomi_workspace_get_language (self), text);
}

/* Returns: the bookmark that the calendar shows behind the plan; 0 for none */
gint64
koyomi_workspace_get_baseline (KoyomiWorkspace *self)
{
  g_return_val_if_fail (KOYOMI_IS_WORKSPACE (self), 0);

  return self->baseline;
}

void
koyomi_workspace_set_baseline (KoyomiWorkspace *self,
                               gint64           baseline)
{
  char text[32];

  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  if (self->baseline == baseline)
    return;

  self->baseline = baseline;
  if (koyomi_workspace_can_edit (self))
    {
      g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, baseline);
      koyomi_session_set_setting (self->session, BASELINE_SETTING, text, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BASELINE]);
}

/* FALSE when the plan was opened only to be read: what would change it is insensitive then. */
gboolean
koyomi_workspace_can_edit (KoyomiWorkspace *self)
{
  g_return_val_if_fail (KOYOMI_IS_WORKSPACE (self), FALSE);

  return !koyomi_session_is_read_only (self->session);
}

/* Writes the fields that were set in @record, as one edit. Tells the person when that fails.
 * Returns: FALSE when it failed */
gboolean
koyomi_workspace_save (KoyomiWorkspace *self,
                       KoyomiRecord    *record)
{
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (KOYOMI_IS_WORKSPACE (self), FALSE);

  if (koyomi_session_save (self->session, record, self->language, &error))
    return TRUE;

  koyomi_workspace_fail (self, koyomi_tr (self->language, "The change was not saved"), error);

  return FALSE;
}

/* Tells the person that something could not be done. @title: what, translated, such as "The run was not moved" */
void
koyomi_workspace_fail (KoyomiWorkspace *self,
                       const char      *title,
                       const GError    *error)
{
  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SIGNAL_FAILED], 0, title, error);
}

/* Tells the person something in passing. @text: translated */
void
koyomi_workspace_tell (KoyomiWorkspace *self,
                       const char      *text)
{
  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

/**
 * koyomi_workspace_offer:
 * @text: translated
 * @button: what can be done now, translated
 * @action: of the window, that the button activates
 * @target: (nullable): what it is done to; taken when it is floating
 *
 * Tells the person something in passing, with a button to go on from there.
 */
void
koyomi_workspace_offer (KoyomiWorkspace *self,
                        const char      *text,
                        const char      *button,
                        const char      *action,
                        GVariant        *target)
{
  g_autoptr(GVariant) held = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SIGNAL_OFFERED], 0, text, button, action, held);
}

/* Has the calendar show the run; windows on the plan make way. */
void
koyomi_workspace_show_run (KoyomiWorkspace *self,
                           gint64           run)
{
  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SIGNAL_RUN_WANTED], 0, run);
}

/* Has the board show the incident; windows on the plan make way. */
void
koyomi_workspace_show_incident (KoyomiWorkspace *self,
                                gint64           incident)
{
  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SIGNAL_INCIDENT_WANTED], 0, incident);
}

/* Has everything written that is typed but not yet saved. */
void
koyomi_workspace_flush (KoyomiWorkspace *self)
{
  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  g_signal_emit (self, signals[SIGNAL_FLUSH], 0);
}

/* Has views show the plan anew: before the next frame, so that nobody sees the old state, and once for all edits up to then. An edit
 * does so by itself. */
void
koyomi_workspace_refresh (KoyomiWorkspace *self)
{
  g_return_if_fail (KOYOMI_IS_WORKSPACE (self));

  if (self->change_id == 0)
    self->change_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_of_change_cb, self, NULL);
}
