#pragma once

#include "koyomi-incident-board.h"

G_BEGIN_DECLS

/* Which incidents are wanted. What is 0 or empty asks for nothing; an incident must answer everything that is asked.
 *
 * As a text, to be kept: words parted by blanks, all optional:
 *
 *   all              also those that are closed, false alarms or merged
 *   mine             those that the person leads
 *   severity=s1,s2   their severities by their nicks
 *   kind=drill       their kinds by their nicks
 *
 * A team is of one plan and a search of one moment: neither is kept. */
typedef struct
{
  gboolean  all;
  gboolean  mine;
  guint     severities;   /* 1 << KoyomiSeverity */
  guint     kinds;        /* 1 << KoyomiIncidentKind */
  gint64    team;
  char     *search;
} KoyomiIncidentFilter;

KoyomiIncidentFilter *koyomi_incident_filter_new      (void) G_GNUC_WARN_UNUSED_RESULT;
KoyomiIncidentFilter *koyomi_incident_filter_copy     (const KoyomiIncidentFilter *self) G_GNUC_WARN_UNUSED_RESULT;
void                  koyomi_incident_filter_free     (KoyomiIncidentFilter       *self);

gboolean              koyomi_incident_filter_is_empty (const KoyomiIncidentFilter *self);
gboolean              koyomi_incident_filter_is_set   (const KoyomiIncidentFilter *self);
gboolean              koyomi_incident_filter_matches  (const KoyomiIncidentFilter *self,
                                                       const KoyomiIncidentCard   *card,
                                                       const char                 *folded_person);
char                 *koyomi_incident_filter_format   (const KoyomiIncidentFilter *self) G_GNUC_WARN_UNUSED_RESULT;
KoyomiIncidentFilter *koyomi_incident_filter_parse    (const char                 *text) G_GNUC_WARN_UNUSED_RESULT;
char                 *koyomi_incident_filter_describe (const KoyomiIncidentFilter *self,
                                                       const char                 *team,
                                                       KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KoyomiIncidentFilter, koyomi_incident_filter_free)

G_END_DECLS
