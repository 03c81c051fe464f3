#include "koyomi-narrative.h"

#include "koyomi-day.h"
#include "koyomi-edit-label-private.h"
#include "koyomi-edit.h"
#include "koyomi-session-private.h"
#include "koyomi-text.h"

#include <string.h>

static gboolean
stands_at (KoyomiRecord               *narrative,
           const KoyomiNarrativePlace *place)
{
  return koyomi_record_get_day (narrative, KOYOMI_NARRATIVE_QUARTER_DAY) == place->day &&
         strcmp (koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_REPORT), place->report) == 0 &&
         strcmp (koyomi_record_get_text (narrative, KOYOMI_NARRATIVE_SECTION), place->section) == 0;
}

/* Of two that were written in the same millisecond the one that the plan tells later. */
static gboolean
find_last (KoyomiSession               *session,
           const KoyomiNarrativePlace  *place,
           KoyomiLanguage               language,
           KoyomiRecord               **narrative,
           GError                     **error)
{
  g_autoptr(GPtrArray) narratives = koyomi_session_list (session, KOYOMI_TABLE_NARRATIVE, 0, 0, language, error);
  KoyomiRecord *last = NULL;

  for (guint i = 0; narratives != NULL && i < narratives->len; i++)
    {
      KoyomiRecord *other = g_ptr_array_index (narratives, i);

      if (stands_at (other, place) &&
          (last == NULL || koyomi_record_get_int (other, KOYOMI_NARRATIVE_AT) >= koyomi_record_get_int (last, KOYOMI_NARRATIVE_AT)))
        last = other;
    }
  *narrative = last != NULL ? g_object_ref (last) : NULL;

  return narratives != NULL;
}

/**
 * koyomi_session_find_narrative:
 * @narrative: (out) (transfer full) (nullable): what was written last, a row of the table narrative; NULL when that was nothing
 */
gboolean
koyomi_session_find_narrative (KoyomiSession               *session,
                               const KoyomiNarrativePlace  *place,
                               KoyomiLanguage               language,
                               KoyomiRecord               **narrative,
                               GError                     **error)
{
  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (!find_last (session, place, language, narrative, error))
    return FALSE;

  if (*narrative != NULL && koyomi_text_is_blank (koyomi_record_get_text (*narrative, KOYOMI_NARRATIVE_TEXT)))
    g_clear_object (narrative);

  return TRUE;
}

static KoyomiRecord *
make_narrative (KoyomiSession              *session,
                const KoyomiNarrativePlace *place,
                const char                 *text)
{
  KoyomiRecord *narrative = koyomi_record_new (KOYOMI_TABLE_NARRATIVE);

  koyomi_record_set_text (narrative, KOYOMI_NARRATIVE_REPORT, place->report);
  koyomi_record_set_text (narrative, KOYOMI_NARRATIVE_SECTION, place->section);
  koyomi_record_set_int (narrative, KOYOMI_NARRATIVE_QUARTER_DAY, place->day);
  koyomi_record_set_text (narrative, KOYOMI_NARRATIVE_TEXT, text);
  koyomi_record_set_text (narrative, KOYOMI_NARRATIVE_AUTHOR, _koyomi_session_get_actor (session));
  koyomi_record_set_int (narrative, KOYOMI_NARRATIVE_AT, koyomi_time_now ());

  return narrative;
}

/* A text in the other language stands beside that in the plan's own; a new one in the plan's own does without the old translation. */
static gboolean
insert (KoyomiSession               *session,
        KoyomiEdit                  *edit,
        const KoyomiNarrativePlace  *place,
        const char                  *text,
        KoyomiLanguage               language,
        GError                     **error)
{
  KoyomiLanguage own = koyomi_session_get_own_language (session);
  g_autoptr(KoyomiRecord) before = NULL;
  g_autoptr(KoyomiRecord) narrative = NULL;
  gboolean keeps;

  if (!find_last (session, place, own, &before, error))
    return FALSE;

  keeps = language != own && before != NULL && *text != '\0' && *koyomi_record_get_text (before, KOYOMI_NARRATIVE_TEXT) != '\0';
  narrative = make_narrative (session, place, keeps ? koyomi_record_get_text (before, KOYOMI_NARRATIVE_TEXT) : text);

  return koyomi_edit_insert (edit, narrative, error) &&
         (language == own || *text == '\0' ||
          koyomi_edit_translate (edit, KOYOMI_NARRATIVE_TEXT, koyomi_record_get_id (narrative), text, error));
}

/**
 * koyomi_session_write_narrative:
 * @name: what the section is called, for the label of the edit
 * @text: "" takes what was written out of the report
 * @language: of the text
 *
 * Writes the text as one edit. What stands there already is no edit.
 */
gboolean
koyomi_session_write_narrative (KoyomiSession               *session,
                                const KoyomiNarrativePlace  *place,
                                const char                  *name,
                                const char                  *text,
                                KoyomiLanguage               language,
                                GError                     **error)
{
  g_autoptr(KoyomiEdit) edit = NULL;
  g_autoptr(KoyomiRecord) before = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (KOYOMI_IS_SESSION (session), FALSE);

  if (!find_last (session, place, language, &before, error))
    return FALSE;
  if (strcmp (before != NULL ? koyomi_record_get_text (before, KOYOMI_NARRATIVE_TEXT) : "", text) == 0)
    return TRUE;
  if ((edit = koyomi_session_begin_edit (session, error)) == NULL || !insert (session, edit, place, text, language, error))
    return FALSE;

  quoted = _koyomi_label_quote (name, language);
  day = koyomi_day_format (place->day);
  /* Translators: the label of the edit: a section of a report such as “Incidents”, the first day of what is told of */
  label = g_strdup_printf (koyomi_tr (language, N_("Write the text of %s from %s")), quoted, day);

  return koyomi_edit_commit (edit, label, error);
}
