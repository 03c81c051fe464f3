#include "koyomi-breach-private.h"

#include "koyomi-day.h"
#include "koyomi-rule-private.h"

G_DEFINE_FINAL_TYPE (KoyomiBreach, koyomi_breach, G_TYPE_OBJECT)

#define N_SUBJECTS 5

static const struct
{
  KoyomiSubject subject;
  int           field;
} subjects[N_SUBJECTS] = {
  { KOYOMI_SUBJECT_FUNCTION, KOYOMI_WAIVER_FUNCTION },
  { KOYOMI_SUBJECT_TEAM, KOYOMI_WAIVER_TEAM },
  { KOYOMI_SUBJECT_PERSON, KOYOMI_WAIVER_PERSON },
  { KOYOMI_SUBJECT_CONTRACT, KOYOMI_WAIVER_CONTRACT },
  { KOYOMI_SUBJECT_ACTIVITY, KOYOMI_WAIVER_ACTIVITY },
};

static void
koyomi_breach_finalize (GObject *object)
{
  KoyomiBreach *self = KOYOMI_BREACH (object);

  g_clear_pointer (&self->function_ids, g_array_unref);
  g_clear_pointer (&self->audit_ids, g_array_unref);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_object (&self->waiver);

  G_OBJECT_CLASS (koyomi_breach_parent_class)->finalize (object);
}

static void
koyomi_breach_class_init (KoyomiBreachClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_breach_finalize;
}

static void
koyomi_breach_init (KoyomiBreach *self)
{
  self->function_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->audit_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->sentence = g_strdup ("");
}

KoyomiBreach *
koyomi_breach_new (KoyomiRule rule)
{
  KoyomiBreach *self = g_object_new (KOYOMI_TYPE_BREACH, NULL);

  self->rule = rule;

  return self;
}

/* Which row the breach is about in the table that @field of a waiver refers to; 0 where the rule does not go by that. */
static gint64
get_subject (KoyomiBreach *self,
             guint         number)
{
  const gint64 ids[N_SUBJECTS] = { self->function_id, self->team_id, self->person_id, self->contract_id, self->activity_id };

  return _koyomi_rule_get_subject (self->rule) & subjects[number].subject ? ids[number] : 0;
}

/* Returns: (transfer full): a waiver that is to be filled in, of this breach and any that is about the same */
KoyomiRecord *
koyomi_breach_make_waiver (KoyomiBreach *self)
{
  KoyomiRecord *waiver = koyomi_record_new (KOYOMI_TABLE_WAIVER);

  koyomi_record_set_text (waiver, KOYOMI_WAIVER_RULE, koyomi_rule_get_nick (self->rule));
  for (guint i = 0; i < N_SUBJECTS; i++)
    koyomi_record_set_int (waiver, subjects[i].field, get_subject (self, i));

  return waiver;
}

static gboolean
is_about (KoyomiRecord *waiver,
          KoyomiBreach *breach)
{
  if (g_strcmp0 (koyomi_record_get_text (waiver, KOYOMI_WAIVER_RULE), koyomi_rule_get_nick (breach->rule)) != 0)
    return FALSE;

  for (guint i = 0; i < N_SUBJECTS; i++)
    if (koyomi_record_get_int (waiver, subjects[i].field) != get_subject (breach, i))
      return FALSE;

  return TRUE;
}

/* The last day that a waiver holds for. */
static guint32
get_until (KoyomiRecord *waiver)
{
  guint32 until = koyomi_record_get_day (waiver, KOYOMI_WAIVER_UNTIL_DAY);

  return until != KOYOMI_DAY_NONE ? until : KOYOMI_DAY_LAST;
}

/* Whether @waiver is about the same as the breach and holds on @day. */
gboolean
koyomi_breach_is_meant_by (KoyomiBreach *self,
                           KoyomiRecord *waiver,
                           guint32       day)
{
  g_return_val_if_fail (KOYOMI_IS_BREACH (self), FALSE);

  return koyomi_record_get_day (waiver, KOYOMI_WAIVER_DECIDED_DAY) <= day && day <= get_until (waiver) && is_about (waiver, self);
}

/* Looks among @waivers for the one that holds the longest of those that had been decided by @day; it accepts the breach if it has not
 * ended. */
void
_koyomi_breach_find_waiver (KoyomiBreach *self,
                            GPtrArray    *waivers,
                            guint32       day)
{
  for (guint i = 0; i < waivers->len; i++)
    {
      KoyomiRecord *waiver = g_ptr_array_index (waivers, i);

      if (koyomi_record_get_day (waiver, KOYOMI_WAIVER_DECIDED_DAY) <= day && is_about (waiver, self) &&
          (self->waiver == NULL || get_until (waiver) > get_until (self->waiver)))
        g_set_object (&self->waiver, waiver);
    }

  self->is_waived = self->waiver != NULL && day <= get_until (self->waiver);
}
