#!/usr/bin/env python3
"""
Scores every PNG of a folder with OpenCV's BRISQUE, as a table for check-parity.mjs.

    python3 scripts/quality/opencv-scores.py IMAGES > TABLE.csv

Needs Debian's python3-opencv and opencv-data. A picture and itself turned by 180 degrees have the same
statistics; where OpenCV's two scores differ by more than 0.02 all the same, the order in which numbers are
added decides, and the row is marked `yes`.
"""
import os
import sys

import cv2

DATA = '/usr/share/opencv4/quality/'
brisque = cv2.quality.QualityBRISQUE_create(DATA + 'brisque_model_live.yml', DATA + 'brisque_range_live.yml')
cv2.setNumThreads(1)

print('id,opencv_score,float_order_sensitive')
for name in sorted(os.listdir(sys.argv[1])):
    if not name.endswith('.png'):
        continue
    gray = cv2.cvtColor(cv2.imread(os.path.join(sys.argv[1], name), cv2.IMREAD_COLOR), cv2.COLOR_BGR2GRAY)
    score = brisque.compute(gray)[0]
    turned = brisque.compute(cv2.rotate(gray, cv2.ROTATE_180))[0]
    print(f'{name[:-4]},{score:.6f},{"yes" if abs(score - turned) > 0.02 else "no"}')
