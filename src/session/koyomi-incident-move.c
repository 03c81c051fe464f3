#include "koyomi-incident-edit.h"

#include "koyomi-edit-label-private.h"
#include "koyomi-incident-timeline-private.h"
#include "koyomi-incident-work-private.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

/* A move between two states. */
typedef struct
{
  KoyomiIncidentState  from;
  KoyomiIncidentState  to;
  const char          *reason;   /* "" without one */
} Move;

static char *
tell_move (KoyomiIncidentWork *work,
           gconstpointer       data,
           KoyomiLanguage      language)
{
  const Move *move = data;
  const char *from = koyomi_incident_state_get_label (move->from, language);
  const char *to = koyomi_incident_state_get_label (move->to, language);

  if (*move->reason != '\0')
    /* Translators: the state that an incident was in, the one that it is in now, and why */
    return g_strdup_printf (koyomi_tr (language, N_("State: %s → %s. %s")), from, to, move->reason);

  /* Translators: the state that an incident was in, and the one that it is in now */
  return g_strdup_printf (koyomi_tr (language, N_("State: %s → %s")), from, to);
}

static KoyomiIncidentState
get_state (KoyomiRecord *incident)
{
  return koyomi_record_get_int (incident, KOYOMI_INCIDENT_STATE);
}

/* The incident comes into the state at @at, and its timeline says so. */
static gboolean
go (KoyomiIncidentWork   *work,
    KoyomiIncidentState   state,
    const char           *reason,
    gint64                at,
    GError              **error)
{
  Move move = { get_state (work->incident), state, reason != NULL ? reason : "" };

  koyomi_record_set_int (work->incident, KOYOMI_INCIDENT_STATE, state);

  return _koyomi_incident_work_note (work, at, tell_move, &move, error);
}

static gboolean
check_at (gint64    at,
          gint64    now,
          GError  **error)
{
  return at <= now || _koyomi_incident_work_refuse ("a state cannot be reached in the future", error);
}

/* It is closed, in one way or another. */
static gboolean
end (KoyomiIncidentWork   *work,
     KoyomiIncidentState   state,
     const char           *reason,
     gint64                at,
     GError              **error)
{
  koyomi_incident_times_set (&work->times, KOYOMI_INCIDENT_TIME_CLOSED, at, KOYOMI_CERTAINTY_EXACT);

  return check_at (at, work->now, error) && _koyomi_incident_work_check (work, error) && go (work, state, reason, at, error);
}

static gboolean
check_is_open (KoyomiIncidentWork  *work,
               GError             **error)
{
  return koyomi_incident_state_is_open (get_state (work->incident)) ||
         _koyomi_incident_work_refuse ("the incident is closed: open it again first", error);
}

/**
 * koyomi_incident_move:
 * @state: a column of the board but the last, which koyomi_incident_close() is for, or false alarm
 * @reason: (nullable): must be given for a false alarm
 * @at: when it happened
 *
 * The times that say when a state was reached, and that nobody has entered, are set to @at. A move to the state that it is in already
 * is no edit.
 */
gboolean
koyomi_incident_move (KoyomiSession        *session,
                      gint64                id,
                      KoyomiIncidentState   state,
                      const char           *reason,
                      gint64                at,
                      gint64                now,
                      KoyomiLanguage        language,
                      GError              **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autofree char *label = NULL;
  gboolean is_exit = state == KOYOMI_INCIDENT_STATE_FALSE_ALARM;
  int time = koyomi_incident_state_get_time (state);

  if (!koyomi_incident_state_is_open (state) && !is_exit)
    return _koyomi_incident_work_refuse ("an incident is not moved there, but closed or merged", error);
  if (is_exit && koyomi_text_is_blank (reason))
    return _koyomi_incident_work_refuse ("a false alarm needs a reason", error);
  if (!check_at (at, now, error) || !_koyomi_incident_work_begin (&work, session, id, now, language, error) ||
      !check_is_open (&work, error))
    return FALSE;

  if (get_state (work.incident) == state)
    return TRUE;

  /* Translators: the label of the edit: an incident, and the state that it comes into */
  label = g_strdup_printf (koyomi_tr (language, N_("Move %s to “%s”")), work.name, koyomi_incident_state_get_label (state, language));
  if (time >= 0 && !is_exit)
    _koyomi_incident_work_reach (&work, time, at);

  return (is_exit ? end (&work, state, reason, at, error) : go (&work, state, reason, at, error)) &&
         _koyomi_incident_work_save (&work, label, error);
}

static char *
tell_merged (KoyomiIncidentWork *work,
             gconstpointer       data,
             KoyomiLanguage      language)
{
  KoyomiRecord *other = (KoyomiRecord *) data;

  /* Translators: the number and the title of an incident that was merged into this one */
  return g_strdup_printf (koyomi_tr (language, N_("%s “%s” was merged into this one")),
                          koyomi_record_get_text (other, KOYOMI_INCIDENT_NUMBER), koyomi_record_get_title (other));
}

static gboolean
check_merger (KoyomiRecord  *incident,
              KoyomiRecord  *into,
              GError       **error)
{
  gboolean is_drill = koyomi_record_get_int (incident, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL;

  if (koyomi_record_get_id (incident) == koyomi_record_get_id (into))
    return _koyomi_incident_work_refuse ("an incident cannot be merged into itself", error);
  if (!koyomi_incident_state_is_open (get_state (into)))
    return _koyomi_incident_work_refuse ("an incident goes on with one that is open: open the other one again first", error);
  if (is_drill != (koyomi_record_get_int (into, KOYOMI_INCIDENT_KIND) == KOYOMI_INCIDENT_KIND_DRILL))
    return _koyomi_incident_work_refuse ("a drill is not merged with what is none", error);

  return TRUE;
}

/* The incident turned out to be the same as another one, whose timeline says so as well. What was written of it stays with it. */
gboolean
koyomi_incident_merge (KoyomiSession   *session,
                       gint64           id,
                       gint64           into,
                       gint64           now,
                       KoyomiLanguage   language,
                       GError         **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autoptr(KoyomiRecord) other = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *ja = NULL;
  g_autofree char *en = NULL;

  if (!_koyomi_incident_work_begin (&work, session, id, now, language, error) || !check_is_open (&work, error) ||
      (other = koyomi_session_get (session, KOYOMI_TABLE_INCIDENT, into, language, error)) == NULL ||
      !check_merger (work.incident, other, error))
    return FALSE;

  koyomi_record_set_int (work.incident, KOYOMI_INCIDENT_MERGED_INTO, into);
  other_name = _koyomi_label_name_row (session, KOYOMI_TABLE_INCIDENT, into, language);
  /* Translators: the label of the edit: an incident, and the one that it turned out to be */
  label = g_strdup_printf (koyomi_tr (language, N_("Merge %s into %s")), work.name, other_name);
  ja = tell_merged (&work, work.incident, KOYOMI_LANGUAGE_JA);
  en = tell_merged (&work, work.incident, KOYOMI_LANGUAGE_EN);

  return end (&work, KOYOMI_INCIDENT_STATE_MERGED, koyomi_record_get_text (other, KOYOMI_INCIDENT_NUMBER), now, error) &&
         _koyomi_timeline_record (work.edit, session, into, now, ja, en, error) &&
         _koyomi_incident_work_save (&work, label, error);
}

/* With its timeline, tasks, reports, links and participants. Findings, evidence and follow-up activities stay, and no longer know of it. */
gboolean
koyomi_incident_delete (KoyomiSession   *session,
                        gint64           id,
                        KoyomiLanguage   language,
                        GError         **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autofree char *label = NULL;

  if (!_koyomi_incident_work_begin (&work, session, id, 0, language, error))
    return FALSE;

  label = g_strdup_printf (koyomi_tr (language, N_("Delete %s")), work.name);

  return koyomi_edit_delete (work.edit, KOYOMI_TABLE_INCIDENT, id, error) && koyomi_edit_commit (work.edit, label, error);
}

static gboolean
waive (KoyomiIncidentWork  *work,
       const char *const   *reasons,
       GError             **error)
{
  for (guint gap = 0; reasons != NULL && gap < KOYOMI_N_CLOSE_GAPS; gap++)
    if (reasons[gap] != NULL && !koyomi_text_is_blank (reasons[gap]) && !_koyomi_incident_work_waive (work, gap, reasons[gap], error))
      return FALSE;

  return TRUE;
}

/**
 * koyomi_incident_close:
 * @reasons: (nullable) (array fixed-size=KOYOMI_N_CLOSE_GAPS): by %KoyomiCloseGap, why the incident may be closed without it; NULL for
 *   what is not waived
 *
 * Closes an incident that has all that it must have; see koyomi_incident_list_gaps().
 */
gboolean
koyomi_incident_close (KoyomiSession      *session,
                       gint64              id,
                       const char *const  *reasons,
                       gint64              at,
                       gint64              now,
                       KoyomiLanguage      language,
                       GError            **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autoptr(GArray) gaps = NULL;
  g_autofree char *label = NULL;

  if (!_koyomi_incident_work_begin (&work, session, id, now, language, error) || !check_is_open (&work, error) ||
      !waive (&work, reasons, error) || (gaps = koyomi_incident_list_gaps (session, id, error)) == NULL)
    return FALSE;

  if (gaps->len > 0)
    {
      g_autofree char *sentence = koyomi_close_gap_describe (&g_array_index (gaps, KoyomiCloseGapItem, 0), KOYOMI_LANGUAGE_EN);

      return _koyomi_incident_work_refuse (sentence, error);
    }

  label = g_strdup_printf (koyomi_tr (language, N_("Close %s")), work.name);

  return end (&work, KOYOMI_INCIDENT_STATE_CLOSED, NULL, at, error) && _koyomi_incident_work_save (&work, label, error);
}

/* Takes an incident that was closed, a false alarm or merged back into a column of the board. */
gboolean
koyomi_incident_reopen (KoyomiSession        *session,
                        gint64                id,
                        KoyomiIncidentState   state,
                        const char           *reason,
                        gint64                now,
                        KoyomiLanguage        language,
                        GError              **error)
{
  g_auto(KoyomiIncidentWork) work = { 0 };
  g_autofree char *label = NULL;

  if (!koyomi_incident_state_is_open (state))
    return _koyomi_incident_work_refuse ("an incident is opened again in a state that is open", error);
  if (koyomi_text_is_blank (reason))
    return _koyomi_incident_work_refuse ("to open an incident again needs a reason", error);
  if (!_koyomi_incident_work_begin (&work, session, id, now, language, error))
    return FALSE;
  if (koyomi_incident_state_is_open (get_state (work.incident)))
    return _koyomi_incident_work_refuse ("the incident is open", error);

  koyomi_record_set_int (work.incident, KOYOMI_INCIDENT_MERGED_INTO, 0);
  koyomi_incident_times_set (&work.times, KOYOMI_INCIDENT_TIME_CLOSED, 0, KOYOMI_CERTAINTY_OPEN);
  label = g_strdup_printf (koyomi_tr (language, N_("Open %s again")), work.name);

  return go (&work, state, reason, now, error) && _koyomi_incident_work_save (&work, label, error);
}
