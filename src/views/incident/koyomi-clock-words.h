#pragma once

#include "koyomi-incident-clock.h"

G_BEGIN_DECLS

/* What is told of a reporting clock as of a moment. */
char       *koyomi_clock_words_state    (const KoyomiIncidentClock  *clock,
                                         gint64                      now,
                                         KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_clock_words_detail   (const KoyomiIncidentClock  *clock,
                                         KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_clock_words_decision (const KoyomiIncidentClock  *clock,
                                         KoyomiLanguage              language) G_GNUC_WARN_UNUSED_RESULT;
const char *koyomi_clock_words_style    (const KoyomiIncidentClock  *clock);
double      koyomi_clock_words_fraction (const KoyomiIncidentClock  *clock,
                                         gint64                      now);

G_END_DECLS
