#pragma once

#include "koyomi-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  KOYOMI_SAMPLE_FULL,         /* the 31 functions and the items of their year, in every state, with meetings and overlaps */
  KOYOMI_SAMPLE_THREE_ROWS,
  KOYOMI_SAMPLE_EIGHTY_ROWS,
  KOYOMI_SAMPLE_JANUARY,      /* as full, in a fiscal year from January, with many different meetings */
  KOYOMI_SAMPLE_NO_BARS,
  KOYOMI_SAMPLE_TWELVE_LANES,
  KOYOMI_SAMPLE_NO_ROWS,
  KOYOMI_N_SAMPLES,
} KoyomiSample;

KoyomiCalendar *koyomi_sample_calendar_new (KoyomiSample   sample,
                                            KoyomiLanguage language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
