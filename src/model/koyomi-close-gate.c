#include "koyomi-close-gate.h"

static const struct
{
  const char *item;       /* under which the table of items keeps why it is waived; NULL when it cannot be */
  const char *sentence;
} descriptions[KOYOMI_N_CLOSE_GAPS] = {
  [KOYOMI_CLOSE_GAP_CAUSE] = { "no-cause", N_("The cause is not written down.") },
  [KOYOMI_CLOSE_GAP_TIMES] = { NULL, NULL },
  [KOYOMI_CLOSE_GAP_REVIEW] = { "no-review", N_("The review lacks its day or the lessons.") },
  [KOYOMI_CLOSE_GAP_TASKS] = { NULL, NULL },
  [KOYOMI_CLOSE_GAP_REPORTS] = { NULL, NULL },
  [KOYOMI_CLOSE_GAP_JUDGEMENT] = { "no-report", N_("It has not been judged whether the incident must be reported.") },
  [KOYOMI_CLOSE_GAP_DRILL] = { NULL, N_("It is not written down how the drill went, or whether it met its criteria.") },
};

#define TIME(time) (1u << KOYOMI_INCIDENT_TIME_##time)

/* Of an event only when it was noticed; of a drill only what it measures. */
static const guint needed_times[] = {
  [KOYOMI_INCIDENT_KIND_EVENT] = TIME (DETECTED),
  [KOYOMI_INCIDENT_KIND_INCIDENT] = TIME (OCCURRED) | TIME (DETECTED) | TIME (ACKNOWLEDGED) | TIME (CONTAINED) | TIME (ERADICATED) |
                                    TIME (RECOVERED),
  [KOYOMI_INCIDENT_KIND_NEAR_MISS] = TIME (OCCURRED) | TIME (DETECTED) | TIME (ACKNOWLEDGED),
  [KOYOMI_INCIDENT_KIND_DRILL] = TIME (DETECTED) | TIME (ACKNOWLEDGED),
};

static void
add (GArray         *gaps,
     KoyomiCloseGap  gap,
     guint           n,
     guint           times)
{
  KoyomiCloseGapItem item = { gap, n, times };

  g_array_append_val (gaps, item);
}

static void
check_times (GArray       *gaps,
             KoyomiRecord *incident)
{
  KoyomiIncidentTimes times;
  guint missing = needed_times[koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND)];
  guint n = 0;

  koyomi_incident_times_read (&times, incident);
  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    {
      if (koyomi_incident_times_is_known (&times, i))
        missing &= ~(1u << i);
      n += (missing >> i) & 1;
    }

  if (n > 0)
    add (gaps, KOYOMI_CLOSE_GAP_TIMES, n, missing);
}

/* What an incident is asked for, an event is not; a drill has a review, but no cause. */
static void
check_texts (GArray       *gaps,
             KoyomiRecord *incident,
             guint         waived)
{
  KoyomiIncidentKind kind = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND);

  if ((kind == KOYOMI_INCIDENT_KIND_INCIDENT || kind == KOYOMI_INCIDENT_KIND_NEAR_MISS) &&
      koyomi_record_is_none (incident, KOYOMI_INCIDENT_CAUSE) && !(waived & 1u << KOYOMI_CLOSE_GAP_CAUSE))
    add (gaps, KOYOMI_CLOSE_GAP_CAUSE, 1, 0);

  if (kind != KOYOMI_INCIDENT_KIND_EVENT && !(waived & 1u << KOYOMI_CLOSE_GAP_REVIEW) &&
      (koyomi_record_is_none (incident, KOYOMI_INCIDENT_REVIEWED_DAY) || koyomi_record_is_none (incident, KOYOMI_INCIDENT_LESSONS)))
    add (gaps, KOYOMI_CLOSE_GAP_REVIEW, 1, 0);

  if (kind == KOYOMI_INCIDENT_KIND_DRILL &&
      (koyomi_record_is_none (incident, KOYOMI_INCIDENT_OUTCOME) ||
       koyomi_record_get_int (incident, KOYOMI_INCIDENT_VERDICT) == KOYOMI_DRILL_VERDICT_NONE))
    add (gaps, KOYOMI_CLOSE_GAP_DRILL, 1, 0);
}

/* Nothing is reported of a drill, and of an incident somebody has to say so when nothing is. */
static void
check_reports (GArray                 *gaps,
               KoyomiIncidentKind      kind,
               const KoyomiCloseFacts *facts)
{
  if (kind == KOYOMI_INCIDENT_KIND_DRILL)
    return;

  if (facts->n_open_reports > 0)
    add (gaps, KOYOMI_CLOSE_GAP_REPORTS, facts->n_open_reports, 0);
  else if (kind == KOYOMI_INCIDENT_KIND_INCIDENT && facts->n_judged_reports == 0 &&
           !(facts->waived & 1u << KOYOMI_CLOSE_GAP_JUDGEMENT))
    add (gaps, KOYOMI_CLOSE_GAP_JUDGEMENT, 1, 0);
}

/* Returns: (transfer full) (element-type KoyomiCloseGapItem): what is still missing; empty when it may be closed */
GArray *
koyomi_close_gate_check (KoyomiRecord           *incident,
                         const KoyomiCloseFacts *facts)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (KoyomiCloseGapItem));

  check_times (gaps, incident);
  check_texts (gaps, incident, facts->waived);
  if (facts->n_open_tasks > 0)
    add (gaps, KOYOMI_CLOSE_GAP_TASKS, facts->n_open_tasks, 0);
  check_reports (gaps, koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND), facts);

  return gaps;
}

/* Tasks and reports are waived one by one, where they stand, and times are marked as unknown. That nothing must be reported is a
 * waiver too: the judgement, with its reason. */
gboolean
koyomi_close_gap_can_be_waived (KoyomiCloseGap gap)
{
  return koyomi_close_gap_get_item (gap) != NULL;
}

/* Returns: (nullable): the name under which the plan's table of items keeps the reason */
const char *
koyomi_close_gap_get_item (KoyomiCloseGap gap)
{
  g_return_val_if_fail (gap < KOYOMI_N_CLOSE_GAPS, NULL);

  return descriptions[gap].item;
}

static char *
describe_times (guint          times,
                KoyomiLanguage language)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < KOYOMI_N_INCIDENT_TIMES; i++)
    if (times & 1u << i)
      {
        /* Translators: between the names of times */
        g_string_append (names, names->len > 0 ? koyomi_tr (language, N_(", ")) : "");
        g_string_append (names, koyomi_incident_time_get_label (i, language));
      }

  /* Translators: %s is a list of times of an incident, such as “Contained, Recovered” */
  return g_strdup_printf (koyomi_tr (language, N_("Times are missing, or must be marked as unknown: %s.")), names->str);
}

/* What is missing, in a sentence. */
char *
koyomi_close_gap_describe (const KoyomiCloseGapItem *self,
                           KoyomiLanguage            language)
{
  switch (self->gap)
    {
    case KOYOMI_CLOSE_GAP_TIMES:
      return describe_times (self->times, language);
    case KOYOMI_CLOSE_GAP_TASKS:
      return g_strdup_printf (koyomi_ntr (language, "%u task is neither done nor waived.", "%u tasks are neither done nor waived.",
                                          self->n), self->n);
    case KOYOMI_CLOSE_GAP_REPORTS:
      return g_strdup_printf (koyomi_ntr (language, "%u report is neither filed nor judged as not applicable.",
                                          "%u reports are neither filed nor judged as not applicable.", self->n), self->n);
    case KOYOMI_CLOSE_GAP_CAUSE:
    case KOYOMI_CLOSE_GAP_REVIEW:
    case KOYOMI_CLOSE_GAP_JUDGEMENT:
    case KOYOMI_CLOSE_GAP_DRILL:
    case KOYOMI_N_CLOSE_GAPS:
    default:
      return g_strdup (koyomi_tr (language, descriptions[self->gap].sentence));
    }
}
