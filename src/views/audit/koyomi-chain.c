#include "koyomi-chain.h"

#include "koyomi-history.h"
#include "koyomi-plan-error.h"

#define CHAIN_KEY "koyomi-chain"

typedef enum
{
  STATE_UNKNOWN,
  STATE_RUNNING,
  STATE_INTACT,
  STATE_BROKEN,
  STATE_FAILED,    /* it could not be found out */
} State;

struct _KoyomiChain
{
  GObject          parent_instance;

  KoyomiWorkspace *workspace;      /* not owned: it owns the chain */
  GCancellable    *cancellable;    /* of what is verified in the background; NULL before that */
  State            state;
  gint64           verified_seq;   /* the last entry that was read */
  gint64           bad_seq;        /* the first that is not as it was written; 0 when the fault lies elsewhere */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiChain, koyomi_chain, G_TYPE_OBJECT)

static void
koyomi_chain_finalize (GObject *object)
{
  g_clear_object (&KOYOMI_CHAIN (object)->cancellable);

  G_OBJECT_CLASS (koyomi_chain_parent_class)->finalize (object);
}

static void
koyomi_chain_class_init (KoyomiChainClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_chain_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_CHAIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_chain_init (KoyomiChain *self)
{
}

static void
let_go (gpointer data)
{
  KoyomiChain *self = data;

  self->workspace = NULL;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_object_unref (self);
}

/* Returns: (transfer none): that of the plan that is open there */
KoyomiChain *
koyomi_chain_get (KoyomiWorkspace *workspace)
{
  KoyomiChain *self = g_object_get_data (G_OBJECT (workspace), CHAIN_KEY);

  if (self == NULL)
    {
      self = g_object_new (KOYOMI_TYPE_CHAIN, NULL);
      self->workspace = workspace;
      g_object_set_data_full (G_OBJECT (workspace), CHAIN_KEY, self, let_go);
    }

  return self;
}

static void
set_state (KoyomiChain *self,
           State        state)
{
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What was found. @head: (nullable): the last entry that was read; @error: (nullable): NULL when all is well */
void
koyomi_chain_take (KoyomiChain       *self,
                   const KoyomiEntry *head,
                   gint64             bad_seq,
                   const GError      *error)
{
  g_return_if_fail (KOYOMI_IS_CHAIN (self));

  self->verified_seq = head != NULL ? head->seq : 0;
  self->bad_seq = bad_seq;
  set_state (self, error == NULL ? STATE_INTACT : error->domain == KOYOMI_PLAN_ERROR ? STATE_BROKEN : STATE_FAILED);
}

typedef struct
{
  KoyomiSession *reader;
  gint64         bad_seq;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->reader);
  g_free (job);
}

static void
verify (GTask        *task,
        gpointer      source,
        gpointer      data,
        GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (koyomi_session_verify (job->reader, NULL, NULL, NULL, cancellable, &job->bad_seq, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What somebody had verified meanwhile is known better. */
static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  KoyomiChain *self = KOYOMI_CHAIN (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(KoyomiEntry) head = NULL;
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (self->workspace == NULL || self->state != STATE_RUNNING)
    return;

  head = koyomi_session_get_head (job->reader, NULL);
  koyomi_chain_take (self, head, job->bad_seq, error);
}

/* Has the chain verified in the background, once. */
void
koyomi_chain_start (KoyomiChain *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GTask) task = NULL;
  KoyomiSession *reader;
  Job *job;

  g_return_if_fail (KOYOMI_IS_CHAIN (self));

  if (self->state != STATE_UNKNOWN)
    return;

  reader = koyomi_session_copy (koyomi_workspace_get_session (self->workspace), NULL, &error);
  if (reader == NULL)
    {
      set_state (self, STATE_FAILED);
      return;
    }

  job = g_new0 (Job, 1);
  job->reader = reader;
  self->cancellable = g_cancellable_new ();
  set_state (self, STATE_RUNNING);
  task = g_task_new (self, self->cancellable, verified_cb, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, verify);
}

gboolean
koyomi_chain_is_broken (KoyomiChain *self)
{
  g_return_val_if_fail (KOYOMI_IS_CHAIN (self), FALSE);

  return self->state == STATE_BROKEN;
}

static char *
describe_intact (KoyomiChain    *self,
                 gint64          n_entries,
                 KoyomiLanguage  language)
{
  g_autofree char *count = g_strdup_printf (koyomi_ntr (language, "%u change", "%u changes", n_entries), (guint) n_entries);

  if (self->verified_seq < n_entries)
    /* Translators: how many changes there are; some came after the change log was verified */
    return g_strdup_printf (koyomi_tr (language, N_("✓ Intact when verified · %s now")), count);
  else
    /* Translators: how many changes there are */
    return g_strdup_printf (koyomi_tr (language, N_("✓ Chain intact · %s")), count);
}

static char *
describe_broken (KoyomiChain    *self,
                 KoyomiLanguage  language)
{
  g_autofree char *bad = g_strdup_printf ("%" G_GINT64_FORMAT, self->bad_seq);

  if (self->bad_seq != 0)
    /* Translators: the number of an entry of the change log */
    return g_strdup_printf (koyomi_tr (language, N_("✕ Broken from change %s on")), bad);
  else
    return g_strdup (koyomi_tr (language, N_("✕ The plan is damaged")));
}

static char *
describe (KoyomiChain    *self,
          gint64          n_entries,
          KoyomiLanguage  language)
{
  switch (self->state)
    {
    case STATE_RUNNING:
      return g_strdup (koyomi_tr (language, N_("Verifying the chain…")));

    case STATE_INTACT:
      return describe_intact (self, n_entries, language);

    case STATE_BROKEN:
      return describe_broken (self, language);

    case STATE_FAILED:
      return g_strdup (koyomi_tr (language, N_("The chain could not be verified")));

    case STATE_UNKNOWN:
    default:
      return g_strdup (koyomi_tr (language, N_("Not verified yet")));
    }
}

/* @label: a chip from then on; @n_entries: how many changes there are now */
void
koyomi_chain_show (KoyomiChain *self,
                   GtkLabel    *label,
                   gint64       n_entries)
{
  static const char * const styles[] = {
    [STATE_UNKNOWN] = "koyomi-plain", [STATE_RUNNING] = "koyomi-plain", [STATE_INTACT] = "koyomi-good", [STATE_BROKEN] = "koyomi-bad",
    [STATE_FAILED] = "koyomi-bad",
  };
  const char *classes[] = { "koyomi-chip", NULL, NULL };
  g_autofree char *text = NULL;

  g_return_if_fail (KOYOMI_IS_CHAIN (self) && self->workspace != NULL);

  text = describe (self, n_entries, koyomi_workspace_get_language (self->workspace));
  classes[1] = styles[self->state];
  gtk_label_set_label (label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
}
