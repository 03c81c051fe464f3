#include "koyomi-incident-face.h"

#include "koyomi-severity.h"

#include <string.h>

#define MINUTE (60 * G_GINT64_CONSTANT (1000))
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* Days without hours from here on. */
#define DAYS_ONLY 3

/* In minutes, hours or days, such as: 35 min, 18 h, 1 d 6 h, 14 d. */
char *
koyomi_incident_format_span (gint64         span,
                             KoyomiLanguage language)
{
  guint days = span / DAY;
  guint hours = span / HOUR % 24;

  if (span < HOUR)
    return g_strdup_printf (koyomi_tr (language, "%u min"), (guint) (MAX (span, 0) / MINUTE));
  if (days == 0)
    return g_strdup_printf (koyomi_tr (language, "%u h"), hours);
  if (days >= DAYS_ONLY || hours == 0)
    return g_strdup_printf (koyomi_trc (language, "time passed", "%u d"), days);

  return g_strdup_printf (koyomi_tr (language, "%u d %u h"), days, hours);
}

/* Whether its next report is late, or so near that its clock warns. */
gboolean
koyomi_incident_is_pressing (const KoyomiIncidentCard *card)
{
  return card->clock_late || card->clock_warning;
}

/* The time first, because a card may have no room for all. Returns: such as: 1 d 6 h left · APPI Final report; "" where no clock runs */
char *
koyomi_incident_describe_clock (const KoyomiIncidentCard *card,
                                gint64                    now,
                                KoyomiLanguage            language)
{
  gboolean late = card->clock_late;
  g_autofree char *span = koyomi_incident_format_span (ABS (card->clock_due - now), language);
  g_autofree char *left = NULL;

  if (*card->clock == '\0' || card->clock_due == 0)
    return g_strdup (card->clock);

  left = g_strdup_printf (late ? koyomi_tr (language, "%s late") : koyomi_tr (language, "%s left"), span);

  return g_strdup_printf (late ? "▲ %s · %s" : "%s · %s", left, card->clock);
}

static void
add_pill (KoyomiIncidentFace *self,
          const char         *text,
          KoyomiCardTone      tone)
{
  if (*text != '\0' && self->face.n_pills < KOYOMI_CARD_MOST_PILLS)
    self->face.pills[self->face.n_pills++] = (KoyomiCardPill) { text, tone };
}

static void
add_pills (KoyomiIncidentFace       *self,
           const KoyomiIncidentCard *card,
           KoyomiLanguage            language)
{

  if (card->kind == KOYOMI_INCIDENT_KIND_DRILL)
    add_pill (self, koyomi_incident_kind_get_label (card->kind, language), KOYOMI_CARD_TONE_DRILL);
  else if (card->kind == KOYOMI_INCIDENT_KIND_NEAR_MISS)
    add_pill (self, koyomi_incident_kind_get_label (card->kind, language), KOYOMI_CARD_TONE_CALM);
  add_pill (self, self->clock, card->clock_late ? KOYOMI_CARD_TONE_LATE :
            koyomi_incident_is_pressing (card) ? KOYOMI_CARD_TONE_NEAR : KOYOMI_CARD_TONE_CALM);
  add_pill (self, self->follow_ups, KOYOMI_CARD_TONE_DONE);
}

/* In whole days, or in hours on the first. */
static char *
format_age (gint64         age,
            KoyomiLanguage language)
{
  return koyomi_incident_format_span (age < DAY ? age : age / DAY * DAY, language);
}

static char *
describe_foot (const KoyomiIncidentCard *card,
               gint64                    now,
               KoyomiLanguage            language)
{
  g_autofree char *age = card->since != 0 ? format_age (now - card->since, language) : g_strdup ("");

  return card->n_tasks > 0 ? g_strdup_printf ("✓ %u/%u  %s", card->n_done, card->n_tasks, age) : g_steal_pointer (&age);
}

/* The glyph stands for the code. */
static const char *
name_severity (KoyomiSeverity severity,
               KoyomiLanguage language)
{
  const char *label = koyomi_severity_get_label (severity, language);
  const char *blank = strchr (label, ' ');

  return blank != NULL ? blank + 1 : label;
}

/* As long as @card lives. */
void
koyomi_incident_face_init (KoyomiIncidentFace       *self,
                           const KoyomiIncidentCard *card,
                           gint64                    now,
                           KoyomiLanguage            language)
{
  *self = (KoyomiIncidentFace) { .face.number = card->number, .face.severity = card->severity, .face.title = card->title };
  self->face.severity_name = name_severity (card->severity, language);
  self->face.team = card->team;
  self->face.is_drill = card->kind == KOYOMI_INCIDENT_KIND_DRILL;
  self->clock = koyomi_incident_describe_clock (card, now, language);
  self->follow_ups = card->n_follow_ups > 0 ? g_strdup_printf (koyomi_ntr (language, "%u follow-up", "%u follow-ups", card->n_follow_ups),
                                                               card->n_follow_ups) : g_strdup ("");
  self->face.foot = self->foot = describe_foot (card, now, language);
  add_pills (self, card, language);
}

void
koyomi_incident_face_clear (KoyomiIncidentFace *self)
{
  g_clear_pointer (&self->clock, g_free);
  g_clear_pointer (&self->follow_ups, g_free);
  g_clear_pointer (&self->foot, g_free);
}

/* For a screen reader: everything that stands on the card, and its state. */
char *
koyomi_incident_describe (const KoyomiIncidentCard *card,
                          gint64                    now,
                          KoyomiLanguage            language)
{
  GString *text = g_string_new (card->number);
  const char *comma = koyomi_tr (language, ", ");
  g_auto(KoyomiIncidentFace) face = { 0 };
  g_autofree char *tasks = g_strdup_printf (koyomi_tr (language, "%u of %u tasks done"), card->n_done, card->n_tasks);

  koyomi_incident_face_init (&face, card, now, language);
  g_string_append_printf (text, " %s%s%s%s%s", card->title, comma, face.face.severity_name, comma,
                          koyomi_incident_state_get_label (card->state, language));
  for (guint i = 0; i < face.face.n_pills; i++)
    g_string_append_printf (text, "%s%s", comma, face.face.pills[i].text);
  if (*card->team != '\0')
    g_string_append_printf (text, "%s%s", comma, card->team);
  if (card->n_tasks > 0)
    g_string_append_printf (text, "%s%s", comma, tasks);

  return g_string_free (text, FALSE);
}
