#include "koyomi-roll-row.h"

#include "koyomi-day.h"
#include "koyomi-text-fold.h"
#include "koyomi-text.h"

struct _KoyomiRollRow
{
  GObject               parent_instance;

  KoyomiRollActivity   *activity;      /* one of the two; borrowed from the roll-over, which lives longer */
  KoyomiRollUnfinished *unfinished;
  guint                 index;
  KoyomiLanguage        language;
  char                 *folded;        /* what is searched */
  char                 *detail;
  char                 *choice;
  char                 *outcome;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRollRow, koyomi_roll_row, G_TYPE_OBJECT)

static void
koyomi_roll_row_finalize (GObject *object)
{
  KoyomiRollRow *self = KOYOMI_ROLL_ROW (object);

  g_free (self->folded);
  g_free (self->detail);
  g_free (self->choice);
  g_free (self->outcome);

  G_OBJECT_CLASS (koyomi_roll_row_parent_class)->finalize (object);
}

static void
koyomi_roll_row_class_init (KoyomiRollRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_roll_row_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_ROLL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
koyomi_roll_row_init (KoyomiRollRow *self)
{
}

const char *
koyomi_roll_anchor_get_label (KoyomiRollAnchor anchor,
                              KoyomiLanguage   language)
{
  switch (anchor)
    {
    case KOYOMI_ROLL_BY_RULE:
      return koyomi_tr (language, N_("By its rule"));
    case KOYOMI_ROLL_SAME_DAY:
      return koyomi_tr (language, N_("Same day"));
    case KOYOMI_ROLL_SAME_WEEKDAY:
      return koyomi_tr (language, N_("Same weekday"));
    case KOYOMI_ROLL_BUSINESS_DAY:
      return koyomi_tr (language, N_("Same day or next business day"));
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
koyomi_unfinished_action_get_label (KoyomiUnfinishedAction action,
                                    KoyomiLanguage         language)
{
  switch (action)
    {
    case KOYOMI_UNFINISHED_CARRY:
      return koyomi_tr (language, N_("Carry over"));
    case KOYOMI_UNFINISHED_MISSED:
      return koyomi_tr (language, N_("Close as missed"));
    case KOYOMI_UNFINISHED_SKIP:
      return koyomi_tr (language, N_("Skip"));
    case KOYOMI_UNFINISHED_LEAVE:
      return koyomi_tr (language, N_("Leave open"));
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
describe_activity (KoyomiRollRow *self)
{
  const KoyomiRollActivity *activity = self->activity;
  gboolean is_kept = activity->action == KOYOMI_ROLL_KEEP;

  self->detail = *activity->rule != '\0' ? g_strdup_printf ("%s · %s", activity->function, activity->rule)
                                         : g_strdup (activity->function);
  self->choice = g_strdup (is_kept ? koyomi_roll_anchor_get_label (activity->anchor, self->language)
                                   : koyomi_tr (self->language, N_("Drop")));
  /* Translators: runs of the old year and of the new one */
  self->outcome = g_strdup_printf (koyomi_tr (self->language, N_("%u → %u runs")), activity->n_old, activity->runs->len);
}

static void
describe_unfinished (KoyomiRollRow *self)
{
  const KoyomiRollUnfinished *run = self->unfinished;
  g_autofree char *last_day = koyomi_day_format (run->last_day);

  self->detail = g_strdup_printf ("%s · %s · %s", run->function, last_day, koyomi_state_get_label (run->state, self->language));
  self->choice = g_strdup (koyomi_unfinished_action_get_label (run->action, self->language));

  if (run->action == KOYOMI_UNFINISHED_CARRY)
    {
      g_autofree char *first_day = koyomi_day_format (run->new_first);

      self->outcome = g_strdup_printf ("→ %s  %s", first_day, run->reason);
    }
  else
    self->outcome = g_strdup (run->reason);
}

static void
describe (KoyomiRollRow *self)
{
  g_autofree char *text = NULL;

  g_free (self->detail);
  g_free (self->choice);
  g_free (self->outcome);
  if (self->activity != NULL)
    describe_activity (self);
  else
    describe_unfinished (self);

  text = g_strdup_printf ("%s\n%s", koyomi_roll_row_get_title (self), self->detail);
  g_free (self->folded);
  self->folded = koyomi_text_fold (text);
}

/* @roll_over: outlives the row */
KoyomiRollRow *
koyomi_roll_row_new_activity (KoyomiRollOver *roll_over,
                              guint           index,
                              KoyomiLanguage  language)
{
  KoyomiRollRow *self = g_object_new (KOYOMI_TYPE_ROLL_ROW, NULL);

  self->activity = g_ptr_array_index (roll_over->activities, index);
  self->index = index;
  self->language = language;
  describe (self);

  return self;
}

/* @roll_over: outlives the row */
KoyomiRollRow *
koyomi_roll_row_new_unfinished (KoyomiRollOver *roll_over,
                                guint           index,
                                KoyomiLanguage  language)
{
  KoyomiRollRow *self = g_object_new (KOYOMI_TYPE_ROLL_ROW, NULL);

  self->unfinished = g_ptr_array_index (roll_over->unfinished, index);
  self->index = index;
  self->language = language;
  describe (self);

  return self;
}

/* To be called when something else was chosen. */
void
koyomi_roll_row_update (KoyomiRollRow *self)
{
  g_return_if_fail (KOYOMI_IS_ROLL_ROW (self));

  describe (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Returns: its place in the roll-over */
guint
koyomi_roll_row_get_index (KoyomiRollRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), 0);

  return self->index;
}

const char *
koyomi_roll_row_get_title (KoyomiRollRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), NULL);

  return self->activity != NULL ? self->activity->title : self->unfinished->title;
}

/* Returns: the function, and a rule or how the run stands */
const char *
koyomi_roll_row_get_detail (KoyomiRollRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), NULL);

  return self->detail;
}

/* Returns: what becomes of it, in a word or two */
const char *
koyomi_roll_row_get_choice (KoyomiRollRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), NULL);

  return self->choice;
}

/* Returns: what that comes to: how many runs, which day, why */
const char *
koyomi_roll_row_get_outcome (KoyomiRollRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), NULL);

  return self->outcome;
}

/* Whether something is still to be said about it. */
gboolean
koyomi_roll_row_is_open (KoyomiRollRow *self)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), FALSE);

  if (self->activity != NULL)
    return self->activity->action == KOYOMI_ROLL_DROP && self->activity->n_begun > 0;

  return self->unfinished->action != KOYOMI_UNFINISHED_LEAVE && koyomi_text_is_blank (self->unfinished->reason);
}

/* @folded_query: by koyomi_text_fold() */
gboolean
koyomi_roll_row_matches (KoyomiRollRow *self,
                         const char    *folded_query)
{
  g_return_val_if_fail (KOYOMI_IS_ROLL_ROW (self), FALSE);

  return koyomi_text_matches (self->folded, folded_query);
}
