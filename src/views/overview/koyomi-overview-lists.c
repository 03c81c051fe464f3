#include "koyomi-overview-lists.h"

#include "koyomi-auditor.h"
#include "koyomi-day.h"
#include "koyomi-incident-face.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ATTENTION 6
#define MOST_INCIDENTS 5

/* What needs somebody: a run, a report or a day of the registers. The other two are NULL. */
typedef struct
{
  const KoyomiAttentionItem *run;
  const KoyomiOpenClock     *report;
  const KoyomiDeadline      *deadline;
  gint64                     due_at;   /* a report that is due as soon as possible comes first */
} Need;

static int
compare_needs (gconstpointer a,
               gconstpointer b)
{
  const Need *first = a, *second = b;

  return (first->due_at > second->due_at) - (first->due_at < second->due_at);
}

static void
add_runs (GArray    *needs,
          GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const KoyomiAttentionItem *item = g_ptr_array_index (items, i);
      Need need = { .run = item, .due_at = koyomi_day_get_start (item->last_day + 1) };

      g_array_append_val (needs, need);
    }
}

/* Those that are late or due within the days that runs are. */
static void
add_deadlines (GArray                *needs,
               const KoyomiAttention *attention)
{
  for (guint i = 0; i < attention->deadlines->len; i++)
    {
      const KoyomiDeadline *deadline = g_ptr_array_index (attention->deadlines, i);
      Need need = { .deadline = deadline, .due_at = koyomi_day_get_start (deadline->day + 1) };

      if (deadline->day <= attention->today + KOYOMI_DUE_SOON_DAYS)
        g_array_append_val (needs, need);
    }
}

/* Returns: (element-type Need): what is late or due soon, and what authorities have to be told, by when it is due */
static GArray *
list_needs (const KoyomiAttention *attention)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (Need));

  for (guint i = 0; i < attention->clocks->len; i++)
    {
      const KoyomiOpenClock *open = g_ptr_array_index (attention->clocks, i);
      Need need = { .report = open, .due_at = open->clock->due_at };

      g_array_append_val (needs, need);
    }
  add_runs (needs, attention->late);
  add_runs (needs, attention->due_soon);
  add_deadlines (needs, attention);
  g_array_sort (needs, compare_needs);

  return needs;
}

static char *
format_days (guint32        day,
             guint32        today,
             KoyomiLanguage language)
{
  guint n = day < today ? today - day : day - today;

  if (n == 0)
    return g_strdup (koyomi_trc (language, "pill", "today"));

  if (day < today)
    return g_strdup_printf (koyomi_trc (language, "pill: days", "%u d late"), n);

  return g_strdup_printf (koyomi_trc (language, "pill: days", "in %u d"), n);
}

/* The same in words. */
static char *
spell_days (guint32        day,
            guint32        today,
            KoyomiLanguage language)
{
  guint n = day < today ? today - day : day - today;

  if (n == 0)
    return g_strdup (koyomi_trc (language, "pill", "today"));

  return day < today ? g_strdup_printf (koyomi_ntr (language, "%u day late", "%u days late", n), n) :
         g_strdup_printf (koyomi_ntr (language, "in %u day", "in %u days", n), n);
}

static KoyomiPill
get_tone (guint32 day,
          guint32 today)
{
  return day < today ? KOYOMI_PILL_LATE : day - today <= KOYOMI_DUE_SOON_DAYS ? KOYOMI_PILL_SOON : KOYOMI_PILL_PLAIN;
}

static void
add_run (KoyomiOverviewCard        *card,
         const KoyomiAttentionItem *run,
         guint32                    today,
         KoyomiLanguage             language)
{
  g_autofree char *day = koyomi_day_format (run->last_day);
  /* Translators: who does it or for which function; the day on which it is due */
  g_autofree char *detail = g_strdup_printf (koyomi_tr (language, "%1$s · due %2$s"), *run->team != '\0' ? run->team : run->function, day);
  g_autofree char *pill = format_days (run->last_day, today, language);
  g_autofree char *spoken = spell_days (run->last_day, today, language);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { run->title, detail, pill, spoken, get_tone (run->last_day, today),
                                                         "calendar.show-run", g_variant_new_int64 (run->occurrence_id) });
}

static void
add_deadline (KoyomiOverviewCard   *card,
              const KoyomiDeadline *deadline,
              guint32               today,
              KoyomiLanguage        language)
{
  g_autofree char *day = koyomi_day_format (deadline->day);
  g_autofree char *detail = g_strdup_printf (koyomi_tr (language, "%1$s · due %2$s"), koyomi_deadline_kind_get_label (deadline->kind, language), day);
  g_autofree char *pill = format_days (deadline->day, today, language);
  g_autofree char *spoken = spell_days (deadline->day, today, language);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { deadline->title, detail, pill, spoken, get_tone (deadline->day, today),
                                                         "plan.show-record", g_variant_new ("(ux)", (guint) deadline->table, deadline->id) });
}

/* As the board says it. */
static char *
format_left (gint64         due_at,
             gint64         now,
             KoyomiLanguage language)
{
  g_autofree char *span = koyomi_incident_format_span (ABS (due_at - now), language);

  return g_strdup_printf (due_at < now ? koyomi_tr (language, "%s late") : koyomi_tr (language, "%s left"), span);
}

static void
add_report (KoyomiOverviewCard    *card,
            const KoyomiOpenClock *open,
            gint64                 now,
            KoyomiLanguage         language)
{
  g_autofree char *title = koyomi_incident_clock_dup_title (open->clock, language);
  g_autofree char *detail = g_strdup_printf ("%s %s", open->number, open->title);
  gint64 due_at = open->clock->due_at;
  const char *soon = koyomi_tr (language, "As soon as possible");
  g_autofree char *pill = due_at != 0 ? format_left (due_at, now, language) : g_strdup (koyomi_trc (language, "pill", "at once"));
  gboolean is_late = open->clock->state == KOYOMI_CLOCK_STATE_LATE;

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { title, detail, pill, due_at != 0 ? NULL : soon, is_late ? KOYOMI_PILL_LATE : KOYOMI_PILL_SOON,
                                                         "plan.show-incident", g_variant_new_int64 (open->incident_id) });
}

static void
add_rest (KoyomiOverviewCard *card,
          guint               n,
          KoyomiLanguage      language)
{
  g_autofree char *title = g_strdup_printf (koyomi_ntr (language, "%u more…", "%u more…", n), n);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { .title = title, .action = "overview.show-rows",
                                                         .target = g_variant_new_string (KOYOMI_OVERVIEW_NEEDS) });
}

void
koyomi_overview_fill_attention (KoyomiOverviewCard   *card,
                                const KoyomiOverview *overview,
                                KoyomiLanguage        language)
{
  g_autoptr(GArray) needs = list_needs (overview->attention);

  koyomi_overview_card_begin (card);
  for (guint i = 0; i < MIN (needs->len, MOST_ATTENTION); i++)
    {
      const Need *need = &g_array_index (needs, Need, i);

      if (need->run != NULL)
        add_run (card, need->run, overview->today, language);
      else if (need->deadline != NULL)
        add_deadline (card, need->deadline, overview->today, language);
      else
        add_report (card, need->report, overview->now, language);
    }
  if (needs->len > MOST_ATTENTION)
    add_rest (card, needs->len - MOST_ATTENTION, language);
  if (needs->len == 0)
    koyomi_overview_card_set_empty (card, koyomi_tr (language, "Nothing is late, and nothing is due within 14 days."),
                                    koyomi_tr (language, "_Open the Calendar"), "plan.show-calendar", g_variant_new_string (""));
  koyomi_overview_card_end (card);
}

static void
add_incident (KoyomiOverviewCard       *card,
              const KoyomiIncidentCard *incident,
              gint64                    now,
              KoyomiLanguage            language)
{
  g_autofree char *title = g_strdup_printf ("%s %s", incident->number, incident->title);
  const char *severity = koyomi_severity_get_label (incident->severity, language);
  const char *state = koyomi_incident_state_get_label (incident->state, language);
  gboolean has_clock = *incident->clock != '\0' && incident->clock_due != 0;
  g_autofree char *detail = has_clock ? g_strdup_printf ("%s · %s", severity, incident->clock) :
                            *incident->team != '\0' ? g_strdup_printf ("%s · %s", incident->team, state) : g_strdup (state);
  g_autofree char *pill = has_clock ? format_left (incident->clock_due, now, language) : g_strdup (severity);
  KoyomiPill tone = has_clock ? (incident->clock_late ? KOYOMI_PILL_LATE : KOYOMI_PILL_SOON) :
                    incident->severity <= KOYOMI_SEVERITY_S2 ? KOYOMI_PILL_SOON : KOYOMI_PILL_PLAIN;

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { title, detail, pill, NULL, tone, "plan.show-incident",
                                                         g_variant_new_int64 (incident->id) });
}

/* How many there are in the month, and how long the quarter takes to contain one. */
static void
add_incident_numbers (KoyomiOverviewCard   *card,
                      const KoyomiOverview *overview,
                      KoyomiLanguage        language)
{
  int month = koyomi_fiscal_year_get_month_index (overview->year, overview->today);
  g_autofree char *month_name = koyomi_fiscal_year_format_month (overview->year, month, language);
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (overview->year, overview->quarter, language);
  g_autofree char *mean = koyomi_metric_format_value (overview->contained.value, KOYOMI_UNIT_HOURS, language);
  /* Translators: a month; how many incidents were detected in it */
  g_autofree char *title = g_strdup_printf (koyomi_trc (language, "incidents of a month", "%1$s: %2$u incidents"), month_name,
                                            overview->n_detected);
  /* Translators: a quarter; a time such as 6.5 h */
  g_autofree char *detail = g_strdup_printf (koyomi_tr (language, "%1$s: mean time to contain %2$s"), quarter, mean);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { .title = title, .detail = detail, .action = "plan.show-page",
                                                         .target = g_variant_new_string ("incidents") });
}

void
koyomi_overview_fill_incidents (KoyomiOverviewCard   *card,
                                const KoyomiOverview *overview,
                                KoyomiLanguage        language)
{
  koyomi_overview_card_begin (card);
  for (guint i = 0; i < MIN (overview->incidents->len, MOST_INCIDENTS); i++)
    add_incident (card, g_ptr_array_index (overview->incidents, i), overview->now, language);
  if (overview->incidents->len > MOST_INCIDENTS)
    {
      guint n = overview->incidents->len - MOST_INCIDENTS;
      g_autofree char *title = g_strdup_printf (koyomi_ntr (language, "%u more, on the board", "%u more, on the board", n), n);

      koyomi_overview_card_add (card, &(KoyomiOverviewLine) { .title = title, .action = "plan.show-page",
                                                             .target = g_variant_new_string ("incidents") });
    }
  if (koyomi_incident_board_get_n_cards (overview->board) > 0)
    add_incident_numbers (card, overview, language);
  if (overview->incidents->len == 0)
    koyomi_overview_card_set_empty (card, koyomi_tr (language, "No incident is open."), koyomi_tr (language, "Open the _Board"),
                                    "plan.show-page", g_variant_new_string ("incidents"));
  koyomi_overview_card_end (card);
}

static void
add_lacks (KoyomiOverviewCard      *card,
           const KoyomiReportLacks *lacks,
           KoyomiLanguage           language)
{
  for (KoyomiLack lack = 0; lack < KOYOMI_N_LACKS; lack++)
    {
      GPtrArray *rows = lacks->rows[lack];
      g_autofree char *title = koyomi_lack_format (lack, rows->len, language);
      g_autofree char *name = g_strdup_printf ("%d", lack);

      if (rows->len > 0)
        koyomi_overview_card_add (card, &(KoyomiOverviewLine) { .title = title, .action = "overview.show-rows",
                                                               .target = g_variant_new_string (name) });
    }
}

static void
set_no_meeting (KoyomiOverviewCard *card,
                KoyomiWorkspace    *workspace)
{
  if (koyomi_workspace_can_edit (workspace))
    koyomi_overview_card_set_empty (card, koyomi_workspace_tr (workspace, N_("No meeting is planned. Committees and how often they meet are "
                                                                             "entered once; their meetings then stand in the calendar.")),
                                    koyomi_workspace_tr (workspace, N_("_Committees…")), "plan.committees", NULL);
  else
    koyomi_overview_card_set_empty (card, koyomi_workspace_tr (workspace, N_("No meeting is planned.")), NULL, NULL, NULL);
}

/* An auditor is not told of them: what is not written yet, or hidden, is not what is audited. */
void
koyomi_overview_fill_lacks (KoyomiOverviewCard   *card,
                            const KoyomiOverview *overview,
                            KoyomiWorkspace      *workspace)
{
  koyomi_overview_card_begin (card);
  if (overview->lacks == NULL)
    set_no_meeting (card, workspace);
  else if (!koyomi_session_is_for_auditor (koyomi_workspace_get_session (workspace)))
    add_lacks (card, overview->lacks, koyomi_workspace_get_language (workspace));
  koyomi_overview_card_end (card);
}

static void
add_audit (KoyomiOverviewCard         *card,
           const KoyomiAuditReadiness *audit,
           guint32                     today,
           KoyomiLanguage              language)
{
  guint32 first_day, last_day;
  g_autofree char *days = NULL;
  g_autofree char *pill = NULL;
  g_autofree char *spoken = NULL;

  if (audit->audit == NULL)
    {
      koyomi_overview_card_add (card, &(KoyomiOverviewLine) { .title = koyomi_tr (language, "No audit is planned") });
      return;
    }

  first_day = koyomi_record_get_day (audit->audit, KOYOMI_AUDIT_FIRST_DAY);
  last_day = koyomi_record_get_day (audit->audit, KOYOMI_AUDIT_LAST_DAY);
  days = koyomi_day_format_span (first_day, last_day, language);
  pill = first_day <= today ? g_strdup (koyomi_trc (language, "audit", "under way")) : format_days (first_day, today, language);
  spoken = first_day <= today ? NULL : spell_days (first_day, today, language);
  koyomi_overview_card_add (card, &(KoyomiOverviewLine) {
    koyomi_record_get_title (audit->audit), days, pill, spoken, get_tone (MAX (first_day, today), today),
    audit->audit_run != 0 ? "calendar.show-run" : NULL, audit->audit_run != 0 ? g_variant_new_int64 (audit->audit_run) : NULL
  });
}

static void
add_findings (KoyomiOverviewCard         *card,
              const KoyomiAuditReadiness *audit,
              guint32                     today,
              KoyomiLanguage              language)
{
  gboolean any = audit->open_findings->len > 0;
  g_autofree char *detail = g_strdup_printf (koyomi_ntr (language, "%1$u of %2$u finding open", "%1$u of %2$u findings open",
                                                         audit->n_findings), audit->open_findings->len, audit->n_findings);
  g_autofree char *day = audit->correction_day != KOYOMI_DAY_NONE ? koyomi_day_format (audit->correction_day) : NULL;
  /* Translators: CAPA: corrective action; the day by which it is due */
  g_autofree char *pill = day != NULL ? g_strdup_printf (koyomi_trc (language, "pill: corrective action", "CAPA %s"), day) : NULL;

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) {
    koyomi_tr (language, "Findings"), detail, pill, NULL, pill != NULL ? get_tone (audit->correction_day, today) : KOYOMI_PILL_PLAIN,
    any ? "overview.show-rows" : NULL, any ? g_variant_new_string (KOYOMI_OVERVIEW_FINDINGS) : NULL
  });
}

static void
add_evidence (KoyomiOverviewCard   *card,
              const KoyomiOverview *overview,
              KoyomiLanguage        language)
{
  const KoyomiMetricFigure *evidence = &overview->audit->evidence;
  guint n = isnan (evidence->value) ? 0 : evidence->denominator;
  g_autofree char *quarter = koyomi_fiscal_year_format_quarter (overview->year, overview->quarter, language);
  g_autofree char *pill = koyomi_metric_format_value (evidence->value, KOYOMI_UNIT_PERCENT, language);
  gboolean any = overview->audit->unproven->len > 0;
  /* Translators: a quarter; how many activities have evidence, and how many were finished */
  g_autofree char *detail = g_strdup_printf (koyomi_tr (language, "%1$s: %2$u of %3$u finished activities have evidence"), quarter,
                                             n > 0 ? (guint) evidence->numerator : 0, n);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) {
    koyomi_tr (language, "Evidence"), detail, pill, NULL, n == 0 ? KOYOMI_PILL_PLAIN : any ? KOYOMI_PILL_SOON : KOYOMI_PILL_GOOD,
    any ? "overview.show-rows" : NULL, any ? g_variant_new_string (KOYOMI_OVERVIEW_UNPROVEN) : NULL
  });
}

static char *
format_unowned (const KoyomiAuditReadiness *audit,
                KoyomiLanguage              language)
{
  guint n = audit->unowned->len;

  return g_strdup_printf (koyomi_ntr (language, "%u control without an owner", "%u controls without an owner", n), n);
}

static void
add_controls (KoyomiOverviewCard         *card,
              const KoyomiAuditReadiness *audit,
              KoyomiLanguage              language)
{
  gboolean any = audit->unowned->len > 0;
  g_autofree char *pill = g_strdup_printf ("%u", audit->unowned->len);
  g_autofree char *unowned = format_unowned (audit, language);
  g_autofree char *controls = g_strdup_printf (koyomi_ntr (language, "%u control applies", "%u controls apply", audit->n_controls),
                                               audit->n_controls);
  g_autofree char *detail = g_strdup_printf ("%s · %s", controls, unowned);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) {
    koyomi_tr (language, "Statement of applicability"), detail, pill, unowned, any ? KOYOMI_PILL_LATE : KOYOMI_PILL_GOOD,
    any ? "overview.show-rows" : NULL, any ? g_variant_new_string (KOYOMI_OVERVIEW_UNOWNED) : NULL
  });
}

static void
add_check (KoyomiOverviewCard         *card,
           const KoyomiAuditReadiness *audit,
           KoyomiLanguage              language)
{
  g_autofree char *pill = g_strdup_printf ("%u", audit->n_found);
  /* Translators: how many things an auditor would stumble over, and how many of them are of high severity */
  g_autofree char *some = g_strdup_printf (koyomi_ntr (language, "%1$u point to look after, %2$u of high severity",
                                                       "%1$u points to look after, %2$u of high severity", audit->n_found), audit->n_found,
                                           audit->n_grave);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) {
    koyomi_tr (language, "Readiness check"), audit->n_found > 0 ? some : koyomi_tr (language, "Nothing found"), pill, NULL,
    audit->n_grave > 0 ? KOYOMI_PILL_LATE : audit->n_found > 0 ? KOYOMI_PILL_SOON : KOYOMI_PILL_GOOD, "plan.readiness"
  });
}

static char *
format_verified (KoyomiLogState  state,
                 gint64          verified_at,
                 KoyomiLanguage  language)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (verified_at / 1000);
  g_autofree char *clock = moment != NULL ? g_date_time_format (moment, "%H:%M") : g_strdup ("");

  switch (state)
    {
    case KOYOMI_LOG_INTACT:
      /* Translators: a time of day */
      return g_strdup_printf (koyomi_tr (language, "verified at %s"), clock);
    case KOYOMI_LOG_BROKEN:
      return g_strdup (koyomi_tr (language, "verify the plan to see what is wrong"));
    default:
      return g_strdup (koyomi_tr (language, "being verified"));
    }
}

static void
add_log (KoyomiOverviewCard *card,
         gint64              n_entries,
         KoyomiLogState      state,
         gint64              verified_at,
         KoyomiLanguage      language)
{
  static const KoyomiPill tones[] = {
    [KOYOMI_LOG_UNKNOWN] = KOYOMI_PILL_PLAIN,
    [KOYOMI_LOG_INTACT] = KOYOMI_PILL_GOOD,
    [KOYOMI_LOG_BROKEN] = KOYOMI_PILL_LATE,
  };
  const char *pill = state == KOYOMI_LOG_INTACT ? koyomi_trc (language, "change log", "intact") :
                     state == KOYOMI_LOG_BROKEN ? koyomi_trc (language, "change log", "not intact") : "…";
  g_autofree char *verified = format_verified (state, verified_at, language);
  g_autofree char *entries = g_strdup_printf (koyomi_ntr (language, "%u change", "%u changes", n_entries), (guint) n_entries);
  g_autofree char *detail = g_strdup_printf ("%s · %s", entries, verified);

  koyomi_overview_card_add (card, &(KoyomiOverviewLine) { koyomi_tr (language, "Change log"), detail, pill, NULL, tones[state], "plan.history" });
}

void
koyomi_overview_fill_audit (KoyomiOverviewCard   *card,
                            const KoyomiOverview *overview,
                            KoyomiLogState        log_state,
                            gint64                verified_at,
                            KoyomiLanguage        language)
{
  koyomi_overview_card_begin (card);
  add_audit (card, overview->audit, overview->today, language);
  add_findings (card, overview->audit, overview->today, language);
  add_evidence (card, overview, language);
  add_controls (card, overview->audit, language);
  add_check (card, overview->audit, language);
  add_log (card, overview->n_entries, log_state, verified_at, language);
  koyomi_overview_card_end (card);
}

static void
add_need_row (GPtrArray      *rows,
              const Need     *need,
              KoyomiLanguage  language)
{
  gint64 due_at = need->report == NULL ? need->due_at - 1 : need->due_at;
  g_autofree char *day = due_at > 0 ? koyomi_day_format (koyomi_time_get_day (due_at)) : g_strdup (koyomi_tr (language, "As soon as possible"));
  g_autofree char *report = need->report != NULL ? koyomi_incident_clock_dup_title (need->report->clock, language) : NULL;
  const char *place = need->run != NULL ? need->run->function : need->report != NULL ? need->report->title :
                      koyomi_deadline_kind_get_label (need->deadline->kind, language);
  g_autofree char *detail = g_strdup_printf ("%s · %s", day, place);

  if (need->run != NULL)
    koyomi_overview_rows_add (rows, KOYOMI_TABLE_OCCURRENCE, need->run->occurrence_id, need->run->title, detail);
  else if (need->report != NULL)
    koyomi_overview_rows_add (rows, KOYOMI_TABLE_INCIDENT, need->report->incident_id, report, detail);
  else
    koyomi_overview_rows_add (rows, need->deadline->table, need->deadline->id, need->deadline->title, detail);
}

/* Returns: (transfer full) (element-type KoyomiOverviewRow): all that needs somebody */
static GPtrArray *
list_need_rows (const KoyomiOverview *overview,
                KoyomiLanguage        language)
{
  g_autoptr(GArray) needs = list_needs (overview->attention);
  GPtrArray *rows = koyomi_overview_rows_new ();

  for (guint i = 0; i < needs->len; i++)
    add_need_row (rows, &g_array_index (needs, Need, i), language);

  return rows;
}

/**
 * koyomi_overview_list_rows:
 * @name: of the list
 * @title: (out) (transfer full): what its number counts
 *
 * Returns: (transfer full) (element-type KoyomiOverviewRow)
 */
GPtrArray *
koyomi_overview_list_rows (const KoyomiOverview  *overview,
                           const char            *name,
                           KoyomiLanguage         language,
                           char                 **title)
{
  const KoyomiAuditReadiness *audit = overview->audit;
  int lack = CLAMP (atoi (name), 0, KOYOMI_N_LACKS - 1);

  if (g_str_equal (name, KOYOMI_OVERVIEW_NEEDS))
    {
      *title = g_strdup (koyomi_tr (language, "Needs you"));
      return list_need_rows (overview, language);
    }
  if (g_str_equal (name, KOYOMI_OVERVIEW_FINDINGS))
    {
      *title = g_strdup (koyomi_tr (language, "Open findings"));
      return g_ptr_array_ref (audit->open_findings);
    }
  if (g_str_equal (name, KOYOMI_OVERVIEW_UNPROVEN))
    {
      *title = g_strdup (koyomi_tr (language, "Finished activities without evidence"));
      return g_ptr_array_ref (audit->unproven);
    }
  if (g_str_equal (name, KOYOMI_OVERVIEW_UNOWNED))
    {
      *title = format_unowned (audit, language);
      return g_ptr_array_ref (audit->unowned);
    }

  *title = koyomi_lack_format (lack, overview->lacks->rows[lack]->len, language);

  return g_ptr_array_ref (overview->lacks->rows[lack]);
}
